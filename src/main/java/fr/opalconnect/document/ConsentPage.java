package fr.opalconnect.document;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Brand;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Profil › Quittances électroniques: a page of its own, because this consent is asked for with nothing else.
@Controller
class ConsentPage {
    static final String PATH = "/profil/quittances";

    private final Consents consents;
    private final TextsOf texts;
    private final Brand brand;
    private final Views views;

    ConsentPage(Consents consents, TextsOf texts, Brand brand, Views views) {
        this.consents = consents;
        this.texts = texts;
        this.brand = brand;
        this.views = views;
    }

    @GetMapping(PATH)
    View page(SignedInTenant who, @RequestParam(required = false) @Nullable String fait) {
        return views.page("document/Consent", new ConsentView(consents.of(who), brand.landlord(), fait != null));
    }

    /// @param accord `oui`, or `non` to take it back
    @PostMapping(PATH)
    View say(SignedInTenant who, @RequestParam String accord, HttpServletRequest request) {
        consents.say(who, accord.equals("oui"), texts.of(request), brand.landlord());
        return new RedirectView(PATH + "?fait");
    }
}
