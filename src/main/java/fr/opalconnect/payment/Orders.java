package fr.opalconnect.payment;

import fr.opalconnect.payment.provider.Order;
import fr.opalconnect.ui.TextBundles;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says a payment the way providers want to hear it.
@Component
class Orders {
    private final TextBundles texts;

    Orders(TextBundles texts) {
        this.texts = texts;
    }

    Order of(Payment payment) {
        return of(payment, null);
    }

    /// @param email of who pays, for the bank's own receipt
    Order of(Payment payment, @Nullable String email) {
        return new Order(
                payment.id(),
                payment.reference(),
                payment.transaction(),
                payment.begunAt(),
                payment.amount(),
                email,
                payment.language(),
                texts.in(payment.language()).say("payment.subject"),
                URI.create(payment.site() + "/paiement/" + payment.id() + "/retour"),
                URI.create(payment.site() + "/paiement/avis/" + payment.provider()));
    }
}
