package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TypedAmount;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
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

/// One payment with all its lines, and the refunds to be made.
@Controller
class RefundsPage {
    private static final String REFUNDS = DayPage.PATH + "/remboursements";
    private static final int NOTE = 500;

    private final PaymentBook book;
    private final DeskPayments payments;
    private final Refunds refunds;
    private final Views views;

    RefundsPage(PaymentBook book, DeskPayments payments, Refunds refunds, Views views) {
        this.book = book;
        this.payments = payments;
        this.refunds = refunds;
        this.views = views;
    }

    @GetMapping(DayPage.PATH + "/{id}")
    View one(SignedInStaff who, @PathVariable UUID id) {
        PaymentBook.Entry entry = book.open(who, id);
        if (entry == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return views.page("payment/DeskPayment", payments.of(who, entry, RefundForm.EMPTY, Mistakes.NONE));
    }

    @PostMapping(DayPage.PATH + "/{id}/remboursement")
    View prepare(
            SignedInStaff who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String montant,
            @RequestParam(defaultValue = "OTHER") Refund.Reason raison,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable Long message) {
        PaymentBook.Entry entry = PaymentBook.mayAct(who) ? book.find(who, id) : null;
        if (entry == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Money amount =
                message == null ? TypedAmount.read(montant) : entry.payment().amount();
        if (amount == null) {
            return again(
                    who, entry, montant, raison, note, new Mistake("montant", "payment.desk.amount.wrong", montant));
        }
        String words = note.strip().substring(0, Math.min(note.strip().length(), NOTE));
        return switch (refunds.prepare(who, new Refunds.Wish(id, amount, raison, words, message))) {
            case Refunds.Ending.Prepared _ -> new RedirectView(REFUNDS);
            case Refunds.Ending.NotTheirs _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Refunds.Ending.NothingLeft _ ->
                again(who, entry, montant, raison, note, new Mistake("montant", "payment.refund.nothing-left"));
            case Refunds.Ending.TooMuch much ->
                again(
                        who,
                        entry,
                        montant,
                        raison,
                        note,
                        new Mistake(
                                "montant",
                                "payment.refund.too-much",
                                much.left().toEuros().replace('.', ',')));
        };
    }

    private View again(
            SignedInStaff who,
            PaymentBook.Entry entry,
            String amount,
            Refund.Reason reason,
            String note,
            Mistake mistake) {
        return views.page(
                "payment/DeskPayment",
                payments.of(who, entry, new RefundForm(amount, reason, note), Mistakes.of(mistake)),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping(REFUNDS)
    View list(SignedInStaff who) {
        return views.page("payment/Refunds", payments.refunds(who, null, Mistakes.NONE));
    }

    /// It was made at the provider's, or will not be.
    @PostMapping(REFUNDS + "/{id}")
    View end(
            SignedInStaff who,
            @PathVariable UUID id,
            @RequestParam Refund.State etat,
            @RequestParam(defaultValue = "") String reference) {
        if (!PaymentBook.mayAct(who)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (reference.isBlank()) {
            return views.page(
                    "payment/Refunds",
                    payments.refunds(
                            who, id, Mistakes.of(new Mistake("reference-" + id, "payment.refund.reference.missing"))),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String words = reference.strip();
        if (etat == Refund.State.PREPARED
                || !refunds.end(who, id, etat, words.substring(0, Math.min(words.length(), NOTE)))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new RedirectView(REFUNDS);
    }
}
