package fr.opalconnect.access;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Code;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Mon compte, at the desk: absence, password, recovery codes, and where one is signed in.
@Controller
class StaffAccountPage {
    static final String PATH = SignedInStaff.DESK + "/compte";

    private final StaffAccount account;
    private final StaffAccountFacts facts;
    private final StaffSessions sessions;
    private final Team team;
    private final Refusals refusals;
    private final Views views;

    StaffAccountPage(
            StaffAccount account,
            StaffAccountFacts facts,
            StaffSessions sessions,
            Team team,
            Refusals refusals,
            Views views) {
        this.account = account;
        this.facts = facts;
        this.sessions = sessions;
        this.team = team;
        this.refusals = refusals;
        this.views = views;
    }

    /// @param fait what was just done
    @GetMapping(PATH)
    View account(SignedInStaff who, @RequestParam(required = false) @Nullable String fait) {
        return switch (fait) {
            case "mot-de-passe" -> page(facts.of(who, "access.security.changed", false, Mistakes.NONE));
            case "session" -> page(facts.of(who, "access.security.ended", false, Mistakes.NONE));
            case "absence" -> page(facts.of(who, "access.away.noted", false, Mistakes.NONE));
            case "telephone" -> page(facts.of(who, "access.phone.changed", false, Mistakes.NONE));
            case "secours" -> page(facts.of(who, "access.recovery.used", true, Mistakes.NONE));
            case null, default -> page(facts.of(who, null, false, Mistakes.NONE));
        };
    }

    @PostMapping(PATH + "/mot-de-passe")
    View changePassword(
            SignedInStaff who,
            @RequestParam(name = "actuel", defaultValue = "") String present,
            @RequestParam(name = PasswordMistakes.FIELD, defaultValue = "") String next,
            HttpServletResponse response) {
        if (present.isEmpty()) {
            return again(who, new Mistake("actuel", "access.security.present.missing"));
        }
        return switch (account.changePassword(who, present, next)) {
            case StaffAccount.Ending.Weak weak ->
                again(who, PasswordMistakes.of(next, weak.verdict()).all().getFirst());
            case StaffAccount.Ending.WrongPassword _ ->
                again(who, new Mistake("actuel", "access.security.present.wrong"));
            case StaffAccount.Ending.TooMany many -> refusals.tooMany(response, many.until(), PATH);
            case StaffAccount.Ending.Busy _ -> busy(who);
            default -> new RedirectView(PATH + "?fait=mot-de-passe");
        };
    }

    @PostMapping(PATH + "/codes")
    View renewCodes(SignedInStaff who, @RequestParam(defaultValue = "") String code, HttpServletResponse response) {
        if (Code.read(code) == null) {
            return again(who, StaffInvitationPage.codeMistake(code));
        }
        return switch (account.renewCodes(who, code)) {
            case StaffAccount.Ending.Renewed renewed -> {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                yield views.page("access/RecoveryCodes", new RecoveryCodesView(renewed.codes(), false));
            }
            case StaffAccount.Ending.TooMany many -> refusals.tooMany(response, many.until(), PATH);
            default -> again(who, StaffInvitationPage.codeMistake(code));
        };
    }

    @PostMapping(PATH + "/absence")
    View away(
            SignedInStaff who,
            @RequestParam(defaultValue = "") String du,
            @RequestParam(defaultValue = "") String au,
            @RequestParam(defaultValue = "") String remplacant,
            @RequestParam(defaultValue = "false") boolean retour) {
        AwayForm form = new AwayForm(du, au, remplacant, retour);
        AwayForm.Read read = form.read(team.standIns(who, who.id()));
        if (read == null) {
            return views.page("access/StaffAccount", facts.of(who, form), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        team.away(who, who.id(), read);
        return new RedirectView(PATH + "?fait=absence");
    }

    @PostMapping(PATH + "/sessions/{id}/fin")
    View endSession(SignedInStaff who, @PathVariable UUID id) {
        sessions.end(who, id);
        return new RedirectView(
                id.equals(who.session()) ? StaffSignInPage.PATH + "?session=quittee" : PATH + "?fait=session");
    }

    /// Everywhere, here as well.
    @PostMapping(PATH + "/sessions/fin")
    View endEverywhere(SignedInStaff who, HttpServletRequest request, HttpServletResponse response) {
        sessions.endOthers(who);
        sessions.end(who, who.session());
        StaffTokens.dropSession(request, response);
        return new RedirectView(StaffSignInPage.PATH + "?session=quittee");
    }

    private View busy(SignedInStaff who) {
        return views.page(
                "access/StaffAccount",
                facts.of(who, "access.busy", true, Mistakes.NONE),
                HttpStatus.SERVICE_UNAVAILABLE);
    }

    private View again(SignedInStaff who, Mistake mistake) {
        return views.page(
                "access/StaffAccount",
                facts.of(who, null, false, Mistakes.of(mistake)),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View page(StaffAccountView view) {
        return views.page("access/StaffAccount", view);
    }
}
