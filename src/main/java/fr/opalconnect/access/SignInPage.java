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
    /// @param suite   the page that was asked for
    @GetMapping("/connexion")
    View form(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String session,
            @RequestParam(defaultValue = "") String suite) {
        String next = "partage".equals(session) ? Way.SHARED : Way.next(suite);
        if (Refusals.isSignedIn(request)) {
            return Way.in(false, next);
        }
        return switch (session) {
            case "fin" -> first(next, SignInView.OVER, Tone.INFO);
            case "partage" -> first(next, "access.sign-in.file", Tone.INFO);
            case "quittee" -> first(next, "access.sign-in.out", Tone.GOOD);
            case "pret" -> first(next, "access.sign-in.ready", Tone.GOOD);
            case null, default -> first(next, null, Tone.INFO);
        };
    }

    private View first(String next, @Nullable String note, Tone tone) {
        return views.page("access/SignIn", new SignInView("", false, next, note, tone, Mistakes.NONE));
    }

    @PostMapping("/connexion")
    View signIn(
            @RequestParam(defaultValue = "") String locataire,
            @RequestParam(name = "mot-de-passe", defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean partage,
            @RequestParam(defaultValue = "") String suite,
            HttpServletRequest request,
            HttpServletResponse response) {
        Typed typed = new Typed(locataire, partage, Way.next(suite));
        Mistakes mistakes = mistakes(locataire, password);
        if (mistakes.any()) {
            return again(typed, mistakes);
        }
        String device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
        return switch (signIn.signIn(Network.of(request), new TenantNumber(locataire), password, device, partage)) {
            case SignIn.Ending.In in -> {
                endHeld(request);
                BrowserTokens.keepSession(request, response, in.token(), partage);
                String mark = BrowserTokens.mark(request);
                BrowserTokens.keepMark(request, response, devices.came(in.token(), mark, false));
                yield Way.in(in.chooseLease(), typed.next());
            }
            case SignIn.Ending.Wrong _ ->
                again(typed, Mistakes.of(new Mistake("mot-de-passe", "access.sign-in.wrong")));
            case SignIn.Ending.TooMany many ->
                refusals.tooMany(response, many.until(), Way.through("/connexion", typed.next()));
            case SignIn.Ending.Busy _ -> again(typed, "access.busy", HttpStatus.SERVICE_UNAVAILABLE);
            case SignIn.Ending.NoLease _ -> again(typed, "access.sign-in.no-lease", HttpStatus.UNPROCESSABLE_CONTENT);
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

    /// What goes back into the form: all but the password.
    private record Typed(String number, boolean shared, String next) {}

    private View again(Typed typed, Mistakes mistakes) {
        return again(typed, null, Tone.INFO, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View again(Typed typed, String note, HttpStatus status) {
        return again(typed, note, Tone.WARN, Mistakes.NONE, status);
    }

    private View again(Typed typed, @Nullable String note, Tone tone, Mistakes mistakes, HttpStatus status) {
        return views.page(
                "access/SignIn",
                new SignInView(typed.number(), typed.shared(), typed.next(), note, tone, mistakes),
                status);
    }
}
