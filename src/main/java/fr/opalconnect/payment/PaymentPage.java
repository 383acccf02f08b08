package fr.opalconnect.payment;

import fr.opalconnect.account.ComingPayments;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.payment.provider.Checkout;
import fr.opalconnect.platform.Live;
import fr.opalconnect.platform.Views;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One payment: it waits politely for the bank, and is the receipt afterwards. And all payments of the lease.
@Controller
class PaymentPage {
    private final Payments payments;
    private final ComingPayments coming;
    private final PayPage pay;
    private final Live live;
    private final Views views;
    private final InstantSource clock;

    PaymentPage(Payments payments, ComingPayments coming, PayPage pay, Live live, Views views, InstantSource clock) {
        this.payments = payments;
        this.coming = coming;
        this.pay = pay;
        this.live = live;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/paiement/{id}")
    View show(SignedInTenant who, @PathVariable UUID id, @RequestParam(required = false) @Nullable String retour) {
        Payment payment = theirs(who, id);
        return views.page(
                "payment/OnePayment",
                new PaymentView(
                        payment,
                        payment.state() == PaymentState.PAID
                                ? coming.posted(List.of(id)).get(id)
                                : null,
                        retour != null,
                        clock.instant()));
    }

    /// For who has left the bank's page.
    @PostMapping("/paiement/{id}/banque")
    View goOn(SignedInTenant who, @PathVariable UUID id) {
        theirs(who, id);
        Checkout checkout = payments.again(who, id);
        return checkout == null ? new RedirectView("/paiement/" + id) : pay.lead(checkout);
    }

    @GetMapping("/paiement/{id}/direct")
    View follow(SignedInTenant who, @PathVariable UUID id) {
        return live.follow(who, List.of(theirs(who, id).topic()));
    }

    @GetMapping("/paiements")
    View all(SignedInTenant who) {
        List<Payment> all = payments.of(who);
        return views.page(
                "payment/AllPayments",
                new PaymentsView(
                        all, coming.posted(all.stream().map(Payment::id).toList())));
    }

    private Payment theirs(SignedInTenant who, UUID id) {
        Payment payment = payments.find(who, id);
        if (payment == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return payment;
    }
}
