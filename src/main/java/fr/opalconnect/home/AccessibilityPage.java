package fr.opalconnect.home;

import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Accessibilité: the state that the law asks for, what was tested, how to report a barrier.
@Controller
@Open
class AccessibilityPage {
    private final Views views;

    AccessibilityPage(Views views) {
        this.views = views;
    }

    @GetMapping("/accessibilite")
    View accessibility() {
        return views.page("home/Accessibility", new AccessibilityView());
    }
}
