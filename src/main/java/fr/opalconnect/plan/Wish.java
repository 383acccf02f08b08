package fr.opalconnect.plan;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.TypedAmount;
import fr.opalconnect.ui.Mistake;
import org.jspecify.annotations.Nullable;

/// How a tenant would spread the debt: in so many months, or with so much a month.
///
/// @param months  within the bounds, whatever was typed
/// @param monthly as it was typed
/// @param mistake what cannot be so, and why
record Wish(int months, String monthly, @Nullable Mistake mistake) {
    private static final int USUAL = 6;

    static Wish of(Money debt, String months, String monthly, PlanSettings settings) {
        int most = Math.max(2, settings.mostMonths(debt));
        if (monthly.isBlank()) {
            int wanted = months.matches("[0-9]{1,3}") ? Integer.parseInt(months) : USUAL;
            return new Wish(Math.clamp(wanted, 2, most), monthly, null);
        }
        Money each = TypedAmount.read(monthly);
        if (each == null || each.isZero()) {
            return new Wish(Math.min(USUAL, most), monthly, new Mistake("parmois", "plan.error.amount"));
        }
        if (each.compareTo(debt) >= 0) {
            return new Wish(Math.min(USUAL, most), monthly, new Mistake("parmois", "plan.error.whole"));
        }
        int wanted = Terms.monthsFor(debt, each);
        return wanted > most
                ? new Wish(most, monthly, new Mistake("parmois", "plan.error.little", most))
                : new Wish(Math.max(2, wanted), monthly, null);
    }
}
