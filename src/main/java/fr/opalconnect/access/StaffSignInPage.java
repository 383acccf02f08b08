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
    @GetMapping(PATH)
    View form(HttpServletRequest request, @RequestParam(required = false) @Nullable String session) {
        if (request.getAttribute(StaffVisitor.class.getName()) != null) {
            return new RedirectView(SignedInStaff.DESK);
        }
        return switch (session) {
            case "fin" -> page("", "access.desk.over", Tone.INFO, Mistakes.NONE, HttpStatus.OK);
            case "quittee" -> page("", "access.sign-in.out", Tone.GOOD, Mistakes.NONE, HttpStatus.OK);
            case "inconnu" -> page("", "access.desk.provider.unknown", Tone.WARN, Mistakes.NONE, HttpStatus.OK);
            case "fournisseur" -> page("", "access.desk.provider.away", Tone.WARN, Mistakes.NONE, HttpStatus.OK);
            case null, default -> page("", null, Tone.INFO, Mistakes.NONE, HttpStatus.OK);
        };
    }

    /// @param secours a recovery code, by who has no phone
    @PostMapping(PATH)
    View signIn(
            @RequestParam(defaultValue = "") String courriel,
            @RequestParam(name = "mot-de-passe", defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String secours,
            HttpServletRequest request,
            HttpServletResponse response) {
        Mistakes mistakes = mistakes(courriel, password, code, secours);
        if (mistakes.any()) {
            return again(courriel, mistakes);
        }
        String device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
        String proof = code.isBlank() ? secours : code;
        return switch (pace.keep(() -> signIn.signIn(Network.of(request), courriel, password, proof, device))) {
            case StaffSignIn.Ending.In in -> {
                endHeld(request);
                StaffTokens.keepSession(request, response, in.token(), settings.sessionWhole());
                yield new RedirectView(in.recovery() ? StaffAccountPage.PATH + "?fait=secours" : SignedInStaff.DESK);
            }
            case StaffSignIn.Ending.Wrong _ ->
                again(courriel, Mistakes.of(new Mistake("mot-de-passe", "access.desk.wrong")));
            case StaffSignIn.Ending.TooMany many -> refusals.tooMany(response, many.until(), PATH);
            case StaffSignIn.Ending.Busy _ ->
                page(courriel, "access.busy", Tone.WARN, Mistakes.NONE, HttpStatus.SERVICE_UNAVAILABLE);
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

    private View again(String email, Mistakes mistakes) {
        return page(email, null, Tone.INFO, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View page(String email, @Nullable String note, Tone tone, Mistakes mistakes, HttpStatus status) {
        return views.page(
                "access/StaffSignIn",
                new StaffSignInView(email, note, tone, settings.providerName(), mistakes),
                status);
    }
}
