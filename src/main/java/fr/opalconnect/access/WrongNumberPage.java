package fr.opalconnect.access;

import fr.opalconnect.access.Claim.Stage;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Limits.Answer;
import fr.opalconnect.platform.Network;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.ContactRequest.Reason;
import fr.opalconnect.tenancy.Tenancies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// 'Ce n'est pas mon numéro': leaves a task for the agency, and says what happens next.
@Controller
@Open
class WrongNumberPage {
    private static final String PATH = "/activation/pas-mon-numero";

    private final Activation activation;
    private final Tenancies tenancies;
    private final Limits limits;
    private final Refusals refusals;
    private final Views views;

    WrongNumberPage(Activation activation, Tenancies tenancies, Limits limits, Refusals refusals, Views views) {
        this.activation = activation;
        this.tenancies = tenancies;
        this.limits = limits;
        this.refusals = refusals;
        this.views = views;
    }

    @GetMapping(PATH)
    View reported(HttpServletRequest request) {
        Claim claim = activation.find(BrowserTokens.claim(request));
        return claim == null ? Way.lost(request, null) : views.page("access/NumberReported", claim.purpose());
    }

    @PostMapping(PATH)
    View report(HttpServletRequest request, HttpServletResponse response) {
        Claim claim = activation.find(BrowserTokens.claim(request));
        boolean call = activation.isAt(claim, Stage.CALL);
        if (claim == null || !(call || activation.isAt(claim, Stage.ENTER_CODE))) {
            return Way.lost(request, claim);
        }
        if (limits.spend(Limit.CONTACT_REQUEST_PER_ADDRESS, Network.of(request)) instanceof Answer.Refused refused) {
            return refusals.tooMany(response, refused.until(), "/activation/code");
        }
        // Told often enough today, the agency knows: the answer is the same.
        if (limits.spend(Limit.CONTACT_REQUEST_PER_SUBJECT, claim.typed().key()) instanceof Answer.Granted) {
            tenancies.reportNumber(
                    claim.typed().tenant(), claim.typed().dwelling(), call ? Reason.NO_MOBILE : Reason.NOT_MY_NUMBER);
        }
        return new RedirectView(PATH);
    }
}
