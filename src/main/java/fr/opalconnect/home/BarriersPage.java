package fr.opalconnect.home;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Views;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The barriers that people reported, for administrators: for all others there is no such page.
@Controller
class BarriersPage {
    static final String PATH = SignedInStaff.DESK + "/accessibilite";

    private final Barriers barriers;
    private final Views views;

    BarriersPage(Barriers barriers, Views views) {
        this.barriers = barriers;
        this.views = views;
    }

    @GetMapping(PATH)
    View list(SignedInStaff who, @RequestParam(required = false) @Nullable String fait) {
        mayLook(who);
        return views.page("home/Barriers", new BarriersView(barriers.list(who), fait != null));
    }

    @PostMapping(PATH + "/{id}/fait")
    View done(SignedInStaff who, @PathVariable UUID id) {
        mayLook(who);
        barriers.done(who, id);
        return new RedirectView(PATH + "?fait");
    }

    private static void mayLook(SignedInStaff who) {
        if (!Barriers.mayLook(who)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
