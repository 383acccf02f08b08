package fr.opalconnect.access;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Code;
import fr.opalconnect.platform.Device;
import fr.opalconnect.platform.Network;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.StaffVisitor;
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

/// The staff's way in: e-mail, password and the phone's code; and the way out.
@Controller
@Open
class StaffSignInPage {
    static final String PATH = SignedInStaff.DESK + "/connexion";

    private final StaffSignIn signIn;
    private final StaffSessions sessions;
    private final StaffSettings settings;
    private final EvenPace pace;
    private final Refusals refusals;
    private final Views views;

    StaffSignInPage(
            StaffSignIn signIn,
            StaffSessions sessions,
            StaffSettings settings,
            EvenPace pace,
            Refusals refusals,
            Views views) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.settings = settings;
        this.pace = pace;
        this.refusals = refusals;
        this.views = views;
    }

    /// @param session what became of the last one
    /// @param suite   the page that was asked for
    @GetMapping(PATH)
    View form(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String session,
            @RequestParam(defaultValue = "") String suite) {
        String next = Way.atDesk(suite);
        if (request.getAttribute(StaffVisitor.class.getName()) != null) {
            return Way.inAtDesk(next);
        }
        return switch (session) {
            case "fin" -> first(next, SignInView.OVER, Tone.INFO);
            case "quittee" -> first(next, "access.sign-in.out", Tone.GOOD);
            case "inconnu" -> first(next, "access.desk.provider.unknown", Tone.WARN);
            case "fournisseur" -> first(next, "access.desk.provider.away", Tone.WARN);
            case null, default -> first(next, null, Tone.INFO);
        };
    }

    private View first(String next, @Nullable String note, Tone tone) {
        return page(new Typed("", next), note, tone, Mistakes.NONE, HttpStatus.OK);
    }

    /// @param secours a recovery code, by who has no phone
    @PostMapping(PATH)
    View signIn(
            @RequestParam(defaultValue = "") String courriel,
            @RequestParam(name = "mot-de-passe", defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String secours,
            @RequestParam(defaultValue = "") String suite,
            HttpServletRequest request,
            HttpServletResponse response) {
        Typed typed = new Typed(courriel, Way.atDesk(suite));
        Mistakes mistakes = mistakes(courriel, password, code, secours);
        if (mistakes.any()) {
            return again(typed, mistakes);
        }
        String device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
        String proof = code.isBlank() ? secours : code;
        return switch (pace.keep(() -> signIn.signIn(Network.of(request), courriel, password, proof, device))) {
            case StaffSignIn.Ending.In in -> {
                endHeld(request);
                StaffTokens.keepSession(request, response, in.token(), settings.sessionWhole());
                yield in.recovery()
                        ? new RedirectView(StaffAccountPage.PATH + "?fait=secours")
                        : Way.inAtDesk(typed.next());
            }
            case StaffSignIn.Ending.Wrong _ ->
                again(typed, Mistakes.of(new Mistake("mot-de-passe", "access.desk.wrong")));
            case StaffSignIn.Ending.TooMany many ->
                refusals.tooMany(response, many.until(), Way.through(PATH, typed.next()));
            case StaffSignIn.Ending.Busy _ ->
                page(typed, "access.busy", Tone.WARN, Mistakes.NONE, HttpStatus.SERVICE_UNAVAILABLE);
        };
    }

    @PostMapping(SignedInStaff.DESK + "/deconnexion")
    View signOut(HttpServletRequest request, HttpServletResponse response) {
        endHeld(request);
        StaffTokens.dropSession(request, response);
        return new RedirectView(PATH + "?session=quittee");
    }

    /// A browser has one session: the next one takes its place.
    private void endHeld(HttpServletRequest request) {
        String held = StaffTokens.session(request);
        if (held != null) {
            sessions.signOut(held);
        }
    }

    private static Mistakes mistakes(String email, String password, String code, String recovery) {
        List<Mistake> mistakes = new ArrayList<>();
        if (email.isBlank()) {
            mistakes.add(new Mistake("courriel", "access.desk.email.missing"));
        } else if (!StaffEmail.isOne(email)) {
            mistakes.add(new Mistake("courriel", "access.desk.email.wrong"));
        }
        if (password.isEmpty()) {
            mistakes.add(new Mistake("mot-de-passe", "access.sign-in.no-password"));
        }
        if (code.isBlank() && recovery.isBlank()) {
            mistakes.add(new Mistake("code", "access.desk.code.missing"));
        } else if (!code.isBlank() && Code.read(code) == null) {
            mistakes.add(new Mistake("code", "access.desk.code.not-six"));
        }
        return new Mistakes(mistakes);
    }

    /// What stays in the form: who, and where to.
    private record Typed(String email, String next) {}

    private View again(Typed typed, Mistakes mistakes) {
        return page(typed, null, Tone.INFO, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View page(Typed typed, @Nullable String note, Tone tone, Mistakes mistakes, HttpStatus status) {
        return views.page(
                "access/StaffSignIn",
                new StaffSignInView(typed.email(), typed.next(), note, tone, settings.providerName(), mistakes),
                status);
    }
}
