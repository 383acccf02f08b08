package fr.opalconnect.app;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Profil › Garder sur ce téléphone: what stays readable without a network, once the tenant has said so. The device
/// keeps it; the server knows nothing of it.
@Controller
class KeepPage {
    private final Views views;

    KeepPage(Views views) {
        this.views = views;
    }

    @GetMapping("/profil/hors-ligne")
    View keep(SignedInTenant who) {
        return views.page("app/Keep", new KeepView());
    }
}
