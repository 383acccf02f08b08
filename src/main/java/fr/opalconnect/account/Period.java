package fr.opalconnect.account;

import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.util.List;

/// A rent account between two days, both included.
///
/// @param before the balance before the first day
/// @param lines  the oldest first
public record Period(LocalDate from, LocalDate until, Money before, List<Line> lines) {
    public Period {
        lines = List.copyOf(lines);
    }

    /// What was called.
    public Money debits() {
        return sum(lines.stream().map(Line::amount).filter(Money::isPositive).toList());
    }

    /// What counted for the tenant, positive.
    public Money credits() {
        return sum(lines.stream().map(Line::amount).filter(Money::isNegative).toList())
                .negated();
    }

    /// The balance after the last day.
    public Money after() {
        return before.plus(debits()).minus(credits());
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
