package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Ids;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Refunds: a list to work through. Nothing here moves money; a person does, at the provider's, and says so here.
@Component
class Refunds {
    private static final int ENDED_SHOWN = 100;

    /// @param message of a second charge; null for one of the payment itself
    record Wish(
            UUID payment,
            Money amount,
            Refund.Reason reason,
            String note,
            @Nullable Long message) {}

    sealed interface Ending {
        record Prepared() implements Ending {}

        /// No such payment, or none of theirs, or not theirs to do.
        record NotTheirs() implements Ending {}

        /// Nothing was taken that could be given back, or all of it is prepared already.
        record NothingLeft() implements Ending {}

        record TooMuch(Money left) implements Ending {}
    }

    record Line(Refund refund, PaymentBook.Entry entry) {}

    private final RefundTable refunds;
    private final DayTable days;
    private final PaymentBook book;
    private final Audit audit;
    private final InstantSource clock;

    Refunds(RefundTable refunds, DayTable days, PaymentBook book, Audit audit, InstantSource clock) {
        this.refunds = refunds;
        this.days = days;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /// Those to be made first.
    List<Line> list(SignedInStaff who) {
        List<Refund> all = refunds.all(ENDED_SHOWN);
        List<PaymentBook.Entry> entries = book.entries(
                who,
                List.copyOf(
                        days.find(all.stream().map(Refund::payment).distinct().toList())
                                .values()));
        List<Line> lines = new ArrayList<>();
        for (Refund refund : all) {
            entries.stream()
                    .filter(entry -> entry.payment().id().equals(refund.payment()))
                    .findFirst()
                    .ifPresent(entry -> lines.add(new Line(refund, entry)));
        }
        return lines;
    }

    List<Refund> of(SignedInStaff who, PaymentBook.Entry entry) {
        return refunds.of(entry.payment().id());
    }

    /// What can still be given back of the payment itself.
    Money left(SignedInStaff who, PaymentBook.Entry entry) {
        return left(entry.payment(), refunds.of(entry.payment().id()));
    }

    private static Money left(Payment payment, List<Refund> refunds) {
        Money left = payment.state() == PaymentState.PAID ? payment.amount() : Money.ZERO;
        for (Refund refund : refunds) {
            if (refund.message() == null && refund.state() != Refund.State.DROPPED) {
                left = left.minus(refund.amount());
            }
        }
        return left;
    }

    @Transactional
    Ending prepare(SignedInStaff who, Wish wish) {
        refunds.lock(wish.payment());
        PaymentBook.Entry entry = PaymentBook.mayAct(who) ? book.find(who, wish.payment()) : null;
        if (entry == null) {
            return new Ending.NotTheirs();
        }
        List<Refund> before = refunds.of(wish.payment());
        Money left = wish.message() == null ? left(entry.payment(), before) : leftOf(entry, before, wish.message());
        if (!left.isPositive()) {
            return new Ending.NothingLeft();
        }
        if (!wish.amount().isPositive() || wish.amount().compareTo(left) > 0) {
            return new Ending.TooMuch(left);
        }
        refunds.add(
                new Refund(
                        Ids.next(clock),
                        wish.payment(),
                        wish.message(),
                        wish.amount(),
                        wish.reason(),
                        wish.note(),
                        Refund.State.PREPARED,
                        clock.instant(),
                        who.name(),
                        null,
                        null,
                        null),
                who.actor());
        audit.note(who.actor(), "prepared a refund", wish.payment().toString());
        return new Ending.Prepared();
    }

    /// A second charge is given back whole, and once.
    private Money leftOf(PaymentBook.Entry entry, List<Refund> before, long message) {
        DayTable.Message told = days.message(message);
        boolean isOne = told != null
                && told.verdict() == Verdict.SECOND_CHARGE
                && entry.payment().id().equals(told.payment());
        boolean prepared =
                before.stream().anyMatch(refund -> Long.valueOf(message).equals(refund.message()));
        return isOne && !prepared ? entry.payment().amount() : Money.ZERO;
    }

    /// Somebody has made it at the provider's, or it is not to be made.
    ///
    /// @param reference the provider's number for it, or why not
    /// @return false when it is not theirs, or has ended
    @Transactional
    boolean end(SignedInStaff who, UUID id, Refund.State state, String reference) {
        Refund refund = refunds.find(id);
        if (refund == null
                || !PaymentBook.mayAct(who)
                || book.find(who, refund.payment()) == null
                || !refunds.end(id, state, reference, who, clock.instant())) {
            return false;
        }
        audit.note(
                who.actor(),
                state == Refund.State.MADE ? "made a refund" : "dropped a refund",
                refund.payment().toString());
        return true;
    }
}
