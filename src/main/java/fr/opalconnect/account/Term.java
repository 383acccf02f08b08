package fr.opalconnect.account;

import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A month of a rent account (terme): what its notices asked, and what became of it.
///
/// @param lines     of its notices, in the order in which they print them
/// @param called    what was asked; benefits that exceed the rent ask for nothing
/// @param unpaid    between zero and `called`, the same that Accueil shows
/// @param inPlan    what of it waits in a repayment plan: taken out of the account, and not paid
/// @param settledOn when the last of it was paid; null while it is not settled
/// @param received  what was received for it, the oldest first: the sum is [#paid()]; empty where a plan has mixed
///                  it with other months
public record Term(
        YearMonth month,
        List<RentNotice> notices,
        List<Line> lines,
        Money called,
        Money unpaid,
        Money inPlan,
        @Nullable LocalDate settledOn,
        List<Received> received) {
    /// Money that went to this month. A debit that the bank returned takes it away again, and is negative.
    ///
    /// @param kind null for what stood on the account before, as an advance
    public record Received(LocalDate on, @Nullable EntryKind kind, String label, Money amount) {}

    /// What can be said of it on paper.
    public enum State {
        /// All is paid: a quittance.
        SETTLED,
        /// A part is paid: a receipt for that part.
        PARTLY_PAID,
        UNPAID,
        /// Nothing was paid yet, and the rest waits in a repayment plan.
        IN_PLAN
    }

    public Term {
        notices = List.copyOf(notices);
        lines = List.copyOf(lines);
        received = List.copyOf(received);
    }

    public Money paid() {
        return called.minus(unpaid).minus(inPlan);
    }

    /// What its lines sum up to; negative when benefits exceed the rent.
    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }

    public State state() {
        if (unpaid.isZero() && inPlan.isZero()) {
            return State.SETTLED;
        }
        if (paid().isPositive()) {
            return State.PARTLY_PAID;
        }
        return inPlan.isPositive() ? State.IN_PLAN : State.UNPAID;
    }

    public boolean isSettled() {
        return state() == State.SETTLED;
    }

    /// The day that a paper of it tells of: when the last money for it came, else when it was called.
    public LocalDate toldOn() {
        if (settledOn != null) {
            return settledOn;
        }
        return received.isEmpty() ? issuedOn() : received.getLast().on();
    }

    /// The first notice's day.
    public LocalDate issuedOn() {
        return notices.getLast().issuedOn();
    }

    /// The day on which the last of its notices falls due.
    public LocalDate dueOn() {
        return notices.getFirst().dueOn();
    }
}
