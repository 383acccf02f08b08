package fr.opalconnect.home;

import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Accessibilité: the declaration in the form that the law gives it (order of 20 September 2019), and the plan over
/// several years with this year's actions (law no. 2005-102, article 47).
@Controller
@Open
class AccessibilityPage {
    private final Views views;
    private final AccessibilityView view = new AccessibilityView(LookedAt.read());

    AccessibilityPage(Views views) {
        this.views = views;
    }

    @GetMapping("/accessibilite")
    View accessibility() {
        return views.page("home/Accessibility", view);
    }

    @GetMapping("/accessibilite/plan")
    View plan() {
        return views.page("home/AccessibilityPlan", view);
    }
}
