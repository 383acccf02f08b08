package fr.opalconnect.access;

import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Device;
import fr.opalconnect.platform.Network;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Tone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Connexion: tenant number and password; and the way out.
@Controller
@Open
class SignInPage {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Devices devices;
    private final Refusals refusals;
    private final Views views;

    SignInPage(SignIn signIn, Sessions sessions, Devices devices, Refusals refusals, Views views) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.devices = devices;
        this.refusals = refusals;
        this.views = views;
    }

    /// @param session what became of the last one
    @GetMapping("/connexion")
    View form(HttpServletRequest request, @RequestParam(required = false) @Nullable String session) {
        if (Refusals.isSignedIn(request)) {
            return new RedirectView("/accueil");
        }
        SignInView empty = new SignInView("", false, null, Tone.INFO, Mistakes.NONE);
        return views.page(
                "access/SignIn",
                switch (session) {
                    case "fin" -> new SignInView("", false, "access.sign-in.over", Tone.INFO, Mistakes.NONE);
                    case "partage" -> new SignInView("", false, "access.sign-in.file", Tone.INFO, Mistakes.NONE);
                    case "quittee" -> new SignInView("", false, "access.sign-in.out", Tone.GOOD, Mistakes.NONE);
                    case "pret" -> new SignInView("", false, "access.sign-in.ready", Tone.GOOD, Mistakes.NONE);
                    case null, default -> empty;
                });
    }

    @PostMapping("/connexion")
    View signIn(
            @RequestParam(defaultValue = "") String locataire,
            @RequestParam(name = "mot-de-passe", defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean partage,
            HttpServletRequest request,
            HttpServletResponse response) {
        Mistakes mistakes = mistakes(locataire, password);
        if (mistakes.any()) {
            return again(locataire, partage, mistakes);
        }
        String device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
        return switch (signIn.signIn(Network.of(request), new TenantNumber(locataire), password, device, partage)) {
            case SignIn.Ending.In in -> {
                endHeld(request);
                BrowserTokens.keepSession(request, response, in.token(), partage);
                String mark = BrowserTokens.mark(request);
                BrowserTokens.keepMark(request, response, devices.came(in.token(), mark, false));
                yield Way.in(in.chooseLease(), false);
            }
            case SignIn.Ending.Wrong _ ->
                again(locataire, partage, Mistakes.of(new Mistake("mot-de-passe", "access.sign-in.wrong")));
            case SignIn.Ending.TooMany many -> refusals.tooMany(response, many.until(), "/connexion");
            case SignIn.Ending.Busy _ ->
                views.page(
                        "access/SignIn",
                        new SignInView(locataire, partage, "access.busy", Tone.WARN, Mistakes.NONE),
                        HttpStatus.SERVICE_UNAVAILABLE);
            case SignIn.Ending.NoLease _ ->
                views.page(
                        "access/SignIn",
                        new SignInView(locataire, partage, "access.sign-in.no-lease", Tone.WARN, Mistakes.NONE),
                        HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/deconnexion")
    View signOut(HttpServletRequest request, HttpServletResponse response) {
        endHeld(request);
        BrowserTokens.dropSession(request, response);
        return new RedirectView("/connexion?session=quittee");
    }

    /// A browser has one session: the next one takes its place.
    private void endHeld(HttpServletRequest request) {
        String held = BrowserTokens.session(request);
        if (held != null) {
            sessions.signOut(held);
        }
    }

    private static Mistakes mistakes(String number, String password) {
        List<Mistake> mistakes = new ArrayList<>();
        if (number.isBlank()) {
            mistakes.add(new Mistake("locataire", "access.tenant.missing"));
        } else if (!TypedPair.isNumber(number)) {
            mistakes.add(new Mistake("locataire", "access.tenant.wrong"));
        }
        if (password.isEmpty()) {
            mistakes.add(new Mistake("mot-de-passe", "access.sign-in.no-password"));
        }
        return new Mistakes(mistakes);
    }

    private View again(String number, boolean shared, Mistakes mistakes) {
        return views.page(
                "access/SignIn",
                new SignInView(number, shared, null, Tone.INFO, mistakes),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
