package fr.opalconnect.access;

import fr.opalconnect.kernel.DwellingNumber;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Languages;
import fr.opalconnect.platform.Network;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The two numbers: where activation begins, and where a forgotten password does.
@Controller
@Open
class ActivationPage {
    private final Activation activation;
    private final EvenPace pace;
    private final Refusals refusals;
    private final Views views;

    ActivationPage(Activation activation, EvenPace pace, Refusals refusals, Views views) {
        this.activation = activation;
        this.pace = pace;
        this.refusals = refusals;
        this.views = views;
    }

    /// @param fin there when an earlier try was left open too long
    @GetMapping({"/activation", "/mot-de-passe-oublie"})
    View form(HttpServletRequest request, @RequestParam(required = false) @Nullable String fin) {
        return views.page(
                "access/Activation",
                new ActivationView(purpose(request), "", "", fin != null, activation.canText(), Mistakes.NONE));
    }

    @PostMapping({"/activation", "/mot-de-passe-oublie"})
    View begin(
            @RequestParam(defaultValue = "") String locataire,
            @RequestParam(defaultValue = "") String logement,
            HttpServletRequest request,
            HttpServletResponse response) {
        Purpose purpose = purpose(request);
        Mistakes mistakes = mistakes(locataire, logement);
        if (mistakes.any()) {
            return views.page(
                    "access/Activation",
                    new ActivationView(purpose, locataire, logement, false, activation.canText(), mistakes),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        TypedPair pair = new TypedPair(new TenantNumber(locataire), new DwellingNumber(logement));
        String held = BrowserTokens.claim(request);
        Language chosen = Languages.chosenHere(request);
        return switch (pace.keep(() -> activation.begin(Network.of(request), pair, purpose, chosen, held))) {
            case Activation.Begun.Claimed claimed -> {
                BrowserTokens.keepClaim(request, response, claimed.token());
                yield new RedirectView("/activation/code");
            }
            case Activation.Begun.Again again -> new RedirectView(CodePage.after(again.resend(), "deja"));
            case Activation.Begun.TooMany many -> refusals.tooMany(response, many.until(), purpose.path());
        };
    }

    private static Purpose purpose(HttpServletRequest request) {
        return request.getRequestURI().equals(Purpose.NEW_PASSWORD.path()) ? Purpose.NEW_PASSWORD : Purpose.ACTIVATE;
    }

    private static Mistakes mistakes(String tenant, String dwelling) {
        List<Mistake> mistakes = new ArrayList<>();
        check(mistakes, "locataire", "tenant", tenant);
        check(mistakes, "logement", "dwelling", dwelling);
        return new Mistakes(mistakes);
    }

    private static void check(List<Mistake> mistakes, String field, String name, String typed) {
        if (typed.isBlank()) {
            mistakes.add(new Mistake(field, "access." + name + ".missing"));
        } else if (!TypedPair.isNumber(typed)) {
            mistakes.add(new Mistake(field, "access." + name + ".wrong"));
        }
    }
}
