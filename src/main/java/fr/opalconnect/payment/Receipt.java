package fr.opalconnect.payment;

import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.Fact;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.util.List;

/// What a receipt says, on the screen and on paper. Only what never changes afterwards stands on it.
///
/// @param paidAt when the provider took it
record Receipt(Payment payment, Brand brand, Instant paidAt) {
    List<Fact> facts(Texts t) {
        return List.of(
                new Fact(t.say("payment.receipt.on"), PaymentView.when(t, paidAt)),
                new Fact(t.say("payment.receipt.way"), t.say("payment.way.card")),
                new Fact(t.say("payment.receipt.to"), brand.landlord()),
                new Fact(t.say("payment.receipt.tenant"), payment.tenant().value()),
                new Fact(t.say("payment.receipt.lease"), payment.lease().value()),
                new Fact(t.say("payment.receipt.reference"), payment.reference()));
    }
}
