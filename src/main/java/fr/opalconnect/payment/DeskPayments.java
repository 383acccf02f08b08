package fr.opalconnect.payment;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.ui.Mistakes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what the desk's pages of one payment and of the refunds show.
@Component
class DeskPayments {
    private final PaymentBook book;
    private final PaymentTable payments;
    private final DayTable days;
    private final Refunds refunds;

    DeskPayments(PaymentBook book, PaymentTable payments, DayTable days, Refunds refunds) {
        this.book = book;
        this.payments = payments;
        this.days = days;
        this.refunds = refunds;
    }

    DeskPaymentView of(SignedInStaff who, PaymentBook.Entry entry, RefundForm form, Mistakes mistakes) {
        UUID id = entry.payment().id();
        List<Refund> prepared = refunds.of(who, entry);
        return new DeskPaymentView(
                entry,
                payments.steps(id),
                days.messages(id),
                prepared,
                refunds.left(who, entry),
                PaymentBook.mayAct(who),
                form,
                mistakes);
    }

    /// @param wrong the one whose form came back with a mistake
    RefundsView refunds(SignedInStaff who, @Nullable UUID wrong, Mistakes mistakes) {
        return new RefundsView(refunds.list(who), wrong, mistakes, todo(who));
    }

    DeskTodo todo(SignedInStaff who) {
        long prepared = refunds.list(who).stream()
                .filter(line -> line.refund().state() == Refund.State.PREPARED)
                .count();
        return new DeskTodo(PaymentBook.mayAct(who), book.misfits(who).size(), (int) prepared);
    }
}
