package fr.opalconnect.home;

import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Bienvenue: what the app is, activate, sign in, the phone. Who is signed in already goes straight to Accueil.
@Controller
@Open
class WelcomePage {
    private final Views views;

    WelcomePage(Views views) {
        this.views = views;
    }

    @GetMapping("/")
    View welcome(HttpServletRequest request) {
        if (request.getAttribute(Visitor.class.getName()) != null) {
            return new RedirectView("/accueil"); // who is signed in is past the door
        }
        return views.page("home/Welcome", new WelcomeView());
    }
}
