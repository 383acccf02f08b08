package fr.opalconnect.home;

import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Bienvenue: what the app is, activate, sign in, the phone.
@Controller
@Open
class WelcomePage {
    private final Views views;

    WelcomePage(Views views) {
        this.views = views;
    }

    @GetMapping("/")
    View welcome() {
        return views.page("home/Welcome", new WelcomeView());
    }
}
