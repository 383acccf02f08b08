package fr.opalconnect.access;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Profil › Sécurité: the password, and where one is signed in.
@Controller
class SecurityPage {
    private static final String PATH = "/profil/securite";

    private final Accounts accounts;
    private final Sessions sessions;
    private final Refusals refusals;
    private final Views views;
    private final InstantSource clock;

    SecurityPage(Accounts accounts, Sessions sessions, Refusals refusals, Views views, InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.refusals = refusals;
        this.views = views;
        this.clock = clock;
    }

    /// @param fait what was just done
    @GetMapping(PATH)
    View security(SignedInTenant who, @RequestParam(required = false) @Nullable String fait) {
        return page(who, note(fait), false, Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping(PATH + "/mot-de-passe")
    View changePassword(
            SignedInTenant who,
            @RequestParam(name = "actuel", defaultValue = "") String present,
            @RequestParam(name = PasswordMistakes.FIELD, defaultValue = "") String next,
            HttpServletResponse response) {
        Mistakes missing = missing(present, next);
        if (missing.any()) {
            return again(who, missing);
        }
        return switch (accounts.change(who, present, next)) {
            case Accounts.Ending.Weak weak -> again(who, PasswordMistakes.of(next, weak.verdict()));
            case Accounts.Ending.WrongPassword _ ->
                again(who, Mistakes.of(new Mistake("actuel", "access.security.present.wrong")));
            case Accounts.Ending.SamePassword _ ->
                again(who, Mistakes.of(new Mistake(PasswordMistakes.FIELD, "access.password.same")));
            case Accounts.Ending.TooMany many -> refusals.tooMany(response, many.until(), PATH);
            case Accounts.Ending.Busy _ -> page(who, null, true, Mistakes.NONE, HttpStatus.SERVICE_UNAVAILABLE);
            default -> new RedirectView(PATH + "?fait=mot-de-passe");
        };
    }

    private static Mistakes missing(String present, String next) {
        List<Mistake> missing = new ArrayList<>();
        if (present.isEmpty()) {
            missing.add(new Mistake("actuel", "access.security.present.missing"));
        }
        if (next.isEmpty()) {
            missing.add(new Mistake(PasswordMistakes.FIELD, "access.password.missing"));
        }
        return new Mistakes(missing);
    }

    @PostMapping(PATH + "/sessions/{id}/fin")
    View endSession(SignedInTenant who, @PathVariable UUID id) {
        sessions.end(who, id);
        return new RedirectView(id.equals(who.session()) ? "/connexion?session=quittee" : PATH + "?fait=session");
    }

    /// Everywhere, here as well.
    @PostMapping(PATH + "/sessions/fin")
    View endEverywhere(SignedInTenant who, HttpServletRequest request, HttpServletResponse response) {
        sessions.endOthers(who);
        sessions.end(who, who.session());
        BrowserTokens.dropSession(request, response);
        return new RedirectView("/connexion?session=quittee");
    }

    private static @Nullable String note(@Nullable String fait) {
        return switch (fait) {
            case "mot-de-passe" -> "access.security.changed";
            case "session" -> "access.security.ended";
            case null, default -> null;
        };
    }

    private View again(SignedInTenant who, Mistakes mistakes) {
        return page(who, null, false, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View page(SignedInTenant who, @Nullable String note, boolean busy, Mistakes mistakes, HttpStatus status) {
        return views.page(
                "access/Security",
                new SecurityView(who, sessions.of(who), clock.instant(), note, busy, mistakes),
                status);
    }
}
