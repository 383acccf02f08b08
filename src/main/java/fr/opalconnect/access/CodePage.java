package fr.opalconnect.access;

import fr.opalconnect.access.Claims.Proof;
import fr.opalconnect.access.Claims.Resend;
import fr.opalconnect.platform.Code;
import fr.opalconnect.platform.Network;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The code: entered here, or sent once more.
@Controller
@Open
class CodePage {
    private static final String PATH = "/activation/code";

    private final Activation activation;
    private final Refusals refusals;
    private final Views views;
    private final InstantSource clock;

    CodePage(Activation activation, Refusals refusals, Views views, InstantSource clock) {
        this.activation = activation;
        this.refusals = refusals;
        this.views = views;
        this.clock = clock;
    }

    /// @param envoi what came of asking for a new code
    @GetMapping(PATH)
    View form(HttpServletRequest request, @RequestParam(required = false) @Nullable String envoi) {
        Claim claim = activation.find(BrowserTokens.claim(request));
        if (claim == null) {
            return Way.lost(request, null);
        }
        return switch (claim.stage(clock.instant())) {
            case ENTER_CODE -> page(claim, "", note(envoi), Mistakes.NONE, HttpStatus.OK);
            case CALL -> call(claim, "", Mistakes.NONE, HttpStatus.OK);
            case CHOOSE_PASSWORD -> new RedirectView("/activation/mot-de-passe");
            case ENDED, EXPIRED -> Way.lost(request, claim);
        };
    }

    /// @param demande the claim that the form was shown for: another tab may have begun another one since
    @PostMapping(PATH)
    View enter(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String demande,
            HttpServletRequest request,
            HttpServletResponse response) {
        String token = BrowserTokens.claim(request);
        Claim claim = activation.find(token);
        if (token == null || claim == null) {
            return Way.lost(request, null);
        }
        if (!claim.id().toString().equals(demande)) {
            return claim.shownPhone() == null
                    ? call(claim, "", Mistakes.NONE, HttpStatus.CONFLICT)
                    : page(claim, "", "access.code.other-tab", Mistakes.NONE, HttpStatus.CONFLICT);
        }
        Code read = Code.read(code);
        if (read == null) {
            String key = code.isBlank() ? "access.code.missing" : "access.code.not-six";
            return again(claim, code, new Mistake("code", key));
        }
        return switch (activation.enterCode(Network.of(request), token, claim, read)) {
            case Activation.Entered.TooMany many -> refusals.tooMany(response, many.until(), PATH);
            case Activation.Entered.Resent _ -> throw new IllegalStateException("nothing was to be sent");
            case Activation.Entered.Proved proved -> proved(proved.proof(), claim, code);
        };
    }

    private View proved(Proof proof, Claim claim, String typed) {
        return switch (proof) {
            case Proof.Right _ -> new RedirectView("/activation/mot-de-passe");
            case Proof.NotNow _ -> new RedirectView(PATH); // which shows how far this claim is
            // A dead code is not worth correcting.
            case Proof.NoLivingCode _ ->
                again(claim, claim.shownPhone() == null ? typed : "", new Mistake("code", "access.code.dead"));
            case Proof.Wrong wrong ->
                again(
                        claim,
                        typed,
                        wrong.left() == 1
                                ? new Mistake("code", "access.code.wrong.last")
                                : new Mistake("code", "access.code.wrong", wrong.left()));
        };
    }

    @PostMapping("/activation/code/renvoyer")
    View resend(HttpServletRequest request, HttpServletResponse response) {
        String token = BrowserTokens.claim(request);
        Claim claim = activation.find(token);
        if (token == null || claim == null) {
            return Way.lost(request, null);
        }
        return switch (activation.resend(token, claim)) {
            case Activation.Entered.TooMany many -> refusals.tooMany(response, many.until(), PATH);
            case Activation.Entered.Proved _ -> throw new IllegalStateException("nothing was to be proved");
            case Activation.Entered.Resent resent -> new RedirectView(after(resent.resend(), "attente"));
        };
    }

    /// The page that says what came of asking for a new code.
    ///
    /// @param early what it says when it was too early for one
    static String after(Resend resend, String early) {
        return switch (resend) {
            case Resend.Sent _ -> PATH + "?envoi=fait";
            case Resend.NotYet notYet -> PATH + "?envoi=" + (notYet.at() == null ? "fini" : early);
            case Resend.NotNow _ -> PATH;
        };
    }

    private static @Nullable String note(@Nullable String envoi) {
        return switch (envoi) {
            case "fait" -> "access.code.sent-again";
            case "attente" -> "access.code.too-early";
            case "deja" -> "access.code.already";
            case "fini" -> "access.code.no-more";
            case null, default -> null;
        };
    }

    private View again(Claim claim, String typed, Mistake mistake) {
        if (claim.shownPhone() == null) {
            boolean unread = Code.read(typed) == null;
            Mistake said = unread ? mistake : new Mistake("code", "access.call.code.wrong");
            return call(claim, typed, Mistakes.of(said), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page(claim, typed, null, Mistakes.of(mistake), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// No SMS reaches them: a code from the agency's counter does as well.
    private View call(Claim claim, String typed, Mistakes mistakes, HttpStatus status) {
        String page = activation.canText() ? "access/Call" : "access/NoTexts";
        return views.page(page, new CodeView(claim, clock.instant(), typed, null, mistakes), status);
    }

    private View page(Claim claim, String typed, @Nullable String note, Mistakes mistakes, HttpStatus status) {
        return views.page("access/EnterCode", new CodeView(claim, clock.instant(), typed, note, mistakes), status);
    }
}
