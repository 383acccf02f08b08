package fr.opalconnect.access;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.LocalPath;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Which of several leases to look at: chosen once, switched from the top bar.
@Controller
class LeasePage {
    private final Sessions sessions;
    private final Views views;
    private final InstantSource clock;

    LeasePage(Sessions sessions, Views views, InstantSource clock) {
        this.sessions = sessions;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/bail")
    View choose(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @RequestParam(defaultValue = "") String suite) {
        if (tenancy.leases().size() == 1) {
            return Way.chosen(suite);
        }
        return views.page(
                "access/ChooseLease",
                new LeaseView(
                        tenancy,
                        who.lease().value(),
                        suite,
                        clock.instant().atZone(Texts.ZONE).toLocalDate()));
    }

    /// @param suite  where to go on, by who has just signed in
    /// @param retour the page that the switch was on
    @PostMapping("/bail")
    View lookAt(
            SignedInTenant who,
            @RequestParam(defaultValue = "") String bail,
            @RequestParam(defaultValue = "") String suite,
            @RequestParam(defaultValue = "/accueil") String retour) {
        if (!sessions.lookAt(who, new LeaseNumber(bail))) {
            return new RedirectView("/bail"); // a lease that was closed meanwhile
        }
        return suite.isEmpty() ? new RedirectView(LocalPath.of(retour)) : Way.chosen(suite);
    }
}
