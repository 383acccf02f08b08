package fr.opalconnect.app;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Views;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where the agency types the code that a tenant reads on the telephone, and reads what their device found.
@Controller
class CheckDeskPage {
    private static final int LONGEST = 40;

    private final Views views;
    private final InstantSource clock;

    CheckDeskPage(Views views, InstantSource clock) {
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/bureau/verification")
    View empty(SignedInStaff who) {
        return views.page("app/CheckDesk", new CheckDeskView("", null));
    }

    @PostMapping("/bureau/verification")
    View read(SignedInStaff who, @RequestParam(defaultValue = "") String code) {
        String typed = code.strip().substring(0, Math.min(LONGEST, code.strip().length()));
        return views.page("app/CheckDesk", new CheckDeskView(typed, CheckCode.read(typed, clock.instant())));
    }
}
