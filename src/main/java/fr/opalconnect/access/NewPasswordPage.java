package fr.opalconnect.access;

import fr.opalconnect.access.Claim.Stage;
import fr.opalconnect.platform.Device;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The last step of activation, and of a forgotten password: choosing one.
@Controller
@Open
class NewPasswordPage {
    private static final String PATH = "/activation/mot-de-passe";

    private final Activation activation;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Devices devices;
    private final Views views;

    NewPasswordPage(Activation activation, Accounts accounts, Sessions sessions, Devices devices, Views views) {
        this.activation = activation;
        this.accounts = accounts;
        this.sessions = sessions;
        this.devices = devices;
        this.views = views;
    }

    @GetMapping(PATH)
    View form(HttpServletRequest request) {
        Claim claim = activation.find(BrowserTokens.claim(request));
        if (activation.isAt(claim, Stage.CHOOSE_PASSWORD)) {
            return page(Objects.requireNonNull(claim), false, Mistakes.NONE, HttpStatus.OK);
        }
        return activation.isAt(claim, Stage.ENTER_CODE)
                ? new RedirectView("/activation/code")
                : Way.lost(request, claim);
    }

    @PostMapping(PATH)
    View choose(
            @RequestParam(name = PasswordMistakes.FIELD, defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        String token = BrowserTokens.claim(request);
        Claim claim = activation.find(token);
        if (token == null || claim == null || !activation.isAt(claim, Stage.CHOOSE_PASSWORD)) {
            return Way.lost(request, claim);
        }
        String device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
        return switch (accounts.choose(token, claim, password, device)) {
            case Accounts.Ending.SignedIn in -> {
                signIn(request, response, in.token());
                yield in.first() ? Way.toCheck(in.chooseLease()) : Way.changed(in.chooseLease());
            }
            case Accounts.Ending.Weak weak ->
                page(claim, false, PasswordMistakes.of(password, weak.verdict()), HttpStatus.UNPROCESSABLE_CONTENT);
            case Accounts.Ending.Busy _ -> page(claim, true, Mistakes.NONE, HttpStatus.SERVICE_UNAVAILABLE);
            default -> new RedirectView(PATH); // which shows how far this claim is
        };
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response, String token) {
        String before = BrowserTokens.session(request);
        if (before != null) {
            sessions.signOut(before);
        }
        BrowserTokens.dropClaim(request, response);
        BrowserTokens.keepSession(request, response, token, false);
        BrowserTokens.keepMark(request, response, devices.came(token, BrowserTokens.mark(request), true));
    }

    private View page(Claim claim, boolean busy, Mistakes mistakes, HttpStatus status) {
        String number = Objects.requireNonNull(claim.tenant(), "a claim to be nobody is never proved")
                .value();
        return views.page("access/NewPassword", new NewPasswordView(claim.purpose(), number, busy, mistakes), status);
    }
}
