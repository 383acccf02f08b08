package fr.opalconnect.payment;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.PaperShelf;
import fr.opalconnect.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// The receipts of a tenant's payments, among their documents.
@Component
class ReceiptShelf implements PaperShelf {
    private final Payments payments;

    ReceiptShelf(Payments payments) {
        this.payments = payments;
    }

    @Override
    public List<Paper> papers(SignedInTenant who, Texts t) {
        List<Paper> papers = new ArrayList<>();
        for (Payment payment : payments.of(who)) {
            if (payment.state() == PaymentState.PAID && payment.settledAt() != null) {
                papers.add(new Paper(
                        Kind.RECEIPT,
                        t.say("payment.shelf", t.money(payment.amount())),
                        payment.settledAt().atZone(Texts.ZONE).toLocalDate(),
                        "/paiement/" + payment.id() + "/recu.pdf"));
            }
        }
        return papers;
    }
}
