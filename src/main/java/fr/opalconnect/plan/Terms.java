package fr.opalconnect.plan;

import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How a debt is spread: equal amounts, month after month, the last one what is left.
///
/// @param first the day of the first instalment
record Terms(Money debt, int months, LocalDate first) {
    /// @param dueOn the day
    record Part(LocalDate dueOn, Money amount) {}

    Terms {
        if (!debt.isPositive() || months < 1 || debt.cents() < months) {
            throw new IllegalArgumentException("nothing to spread, or into nothing");
        }
    }

    /// The terms for so many months, within the bounds.
    ///
    /// @return null when the bounds do not allow them
    static @Nullable Terms of(Money debt, int months, LocalDate today, PlanSettings settings) {
        if (!settings.isWorthwhile(debt) || months < 2 || months > settings.mostMonths(debt)) {
            return null;
        }
        return new Terms(debt, months, firstDay(today, settings));
    }

    /// How many months it takes to pay so much each month.
    static int monthsFor(Money debt, Money monthly) {
        return Math.toIntExact(Math.min(10_000, (debt.cents() + monthly.cents() - 1) / monthly.cents()));
    }

    private static LocalDate firstDay(LocalDate today, PlanSettings settings) {
        LocalDate earliest = today.plusDays(settings.firstIn());
        LocalDate day = earliest.withDayOfMonth(settings.dueDay());
        return day.isBefore(earliest) ? day.plusMonths(1) : day;
    }

    /// What each month takes; the last one takes what is left, never more.
    Money each() {
        return Money.ofCents((debt.cents() + months - 1) / months);
    }

    Money last() {
        return parts().getLast().amount();
    }

    LocalDate end() {
        return first.plusMonths(months - 1L);
    }

    List<Part> parts() {
        long each = each().cents();
        // Rounding up may leave the last months nothing: then they all carry the cents down.
        boolean fits = each * (months - 1L) < debt.cents();
        long floor = debt.cents() / months;
        long rest = debt.cents() - floor * months;
        return IntStream.range(0, months)
                .mapToObj(month -> {
                    long amount = fits
                            ? month < months - 1 ? each : debt.cents() - each * (months - 1L)
                            : month < rest ? floor + 1 : floor;
                    return new Part(first.plusMonths(month), Money.ofCents(amount));
                })
                .toList();
    }
}
