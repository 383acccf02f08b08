package fr.opalconnect.account;

import fr.opalconnect.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A rent account at a glance.
///
/// @param balance   all open entries, debit less credit
/// @param notices   the latest ones, the newest first
/// @param figuresAt from when the figures are; null before the first import
/// @param coming    what is on its way to it, or was taken back lately, the oldest first
public record AccountOverview(
        Money balance, List<RentNotice> notices, @Nullable Instant figuresAt, List<Coming> coming) {
    public AccountOverview {
        coming = List.copyOf(coming);
        notices = List.copyOf(notices);
    }

    /// How the account stands on a day. The balance is laid on the newest notices first, because payments settle the
    /// oldest debt first; what no known notice explains is older, and overdue.
    public Standing standing(LocalDate today) {
        if (!balance.isPositive()) {
            return new Standing.UpToDate(balance.negated());
        }
        Money overdue = balance;
        LocalDate since = notices.isEmpty() ? today : notices.getLast().dueOn();
        for (RentNotice notice : notices) {
            if (!notice.dueOn().isBefore(today)) {
                overdue = overdue.minus(unpaid(notice));
            } else if (unpaid(notice).isPositive()) {
                since = notice.dueOn();
            }
        }
        RentNotice latest = notices.isEmpty() ? null : notices.getFirst();
        if (latest == null || latest.dueOn().isBefore(today)) {
            return new Standing.Late(balance, since);
        }
        return new Standing.Due(balance, latest.dueOn(), overdue, latest.period());
    }

    /// What was paid and is not in the balance yet.
    public Money taken() {
        return coming.stream().filter(Coming::isTaken).map(Coming::amount).reduce(Money.ZERO, Money::plus);
    }

    /// What is owed beside what was paid; negative in credit.
    public Money left() {
        return balance.minus(taken());
    }

    /// When automatic debit takes all that is left to pay; null when it does not, or nothing is left.
    public @Nullable LocalDate collectedOn() {
        List<Coming> announced =
                coming.stream().filter(Coming::isAnnouncedDebit).toList();
        Money debits = announced.stream().map(Coming::amount).reduce(Money.ZERO, Money::plus);
        return left().isPositive() && debits.compareTo(left()) >= 0
                ? announced.stream()
                        .map(Coming::expectedOn)
                        .max(LocalDate::compareTo)
                        .orElse(null)
                : null;
    }

    /// The months that the notices cover, the oldest first.
    public List<AccountMonth> months() {
        Map<YearMonth, AccountMonth> months = new LinkedHashMap<>();
        for (RentNotice notice : notices) {
            months.merge(
                    notice.period(),
                    new AccountMonth(notice.period(), called(notice), unpaid(notice)),
                    (a, b) -> new AccountMonth(
                            a.month(), a.called().plus(b.called()), a.unpaid().plus(b.unpaid())));
        }
        return new ArrayList<>(months.values()).reversed();
    }

    private Money unpaid(RentNotice wanted) {
        Money left = balance.isPositive() ? balance : Money.ZERO;
        for (RentNotice notice : notices) {
            Money unpaid = left.min(called(notice));
            if (notice.equals(wanted)) {
                return unpaid;
            }
            left = left.minus(unpaid);
        }
        return Money.ZERO;
    }

    /// A notice of a month in which benefits exceed the rent asks for nothing.
    private static Money called(RentNotice notice) {
        return notice.monthTotal().isNegative() ? Money.ZERO : notice.monthTotal();
    }
}
