package fr.opalconnect.payment;

import fr.opalconnect.payment.provider.Notice;
import fr.opalconnect.payment.provider.PaymentProvider;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Network;
import fr.opalconnect.platform.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Where the bank comes: its notifications, and the browsers that it sends back.
@Controller
class NoticePage {
    private final ObjectProvider<PaymentProvider> providers;
    private final Notices notices;
    private final Payments payments;
    private final Limits limits;

    NoticePage(ObjectProvider<PaymentProvider> providers, Notices notices, Payments payments, Limits limits) {
        this.providers = providers;
        this.notices = notices;
        this.payments = payments;
        this.limits = limits;
    }

    /// Written down, answered, and settled beside: a provider waits ten seconds and comes back seldom.
    @Open(fromElsewhere = true)
    @PostMapping("/paiement/avis/{name}")
    ResponseEntity<String> take(@PathVariable String name, HttpServletRequest request) {
        PaymentProvider provider = providers.getIfAvailable();
        if (provider == null || !provider.name().equals(name)) {
            return ResponseEntity.notFound().build();
        }
        Map<String, String> fields = fields(request);
        Notice notice = Notices.read(provider, fields);
        if (notices.isStrange(provider, notice)
                && limits.spend(Limit.STRANGE_NOTICES_PER_ADDRESS, Network.of(request))
                        instanceof Limits.Answer.Refused) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
        }
        notices.take(provider, fields);
        return ResponseEntity.status(notice instanceof Notice.NotGenuine ? HttpStatus.BAD_REQUEST : HttpStatus.OK)
                .contentType(MediaType.TEXT_PLAIN)
                .body(provider.answer(notice));
    }

    /// What the browser brings along is not read: our own state says what became of the payment.
    @Open
    @GetMapping("/paiement/{id}/retour")
    View comeBack(@PathVariable UUID id) {
        payments.backFromTheBank(id);
        return new RedirectView("/paiement/" + id + "?retour");
    }

    /// Some send it back with a form. That brings no cookie along; the redirect does.
    @Open(fromElsewhere = true)
    @PostMapping("/paiement/{id}/retour")
    View comeBackByForm(@PathVariable UUID id) {
        return comeBack(id);
    }

    private static Map<String, String> fields(HttpServletRequest request) {
        Map<String, String> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
        return fields;
    }
}
