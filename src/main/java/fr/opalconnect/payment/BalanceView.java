package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Mistakes;
import java.time.LocalDate;

/// A day's reconciliation.
///
/// @param whole they see the whole landlord, and may type what the provider's statement says
/// @param typed what stands in the form
record BalanceView(DayBalance balance, LocalDate today, boolean whole, String typed, Mistakes mistakes, DeskTodo todo) {
    String value() {
        DayTable.Typed known = balance.typed();
        return mistakes.any()
                ? typed
                : known == null ? "" : known.amount().toEuros().replace('.', ',');
    }

    boolean hasGap() {
        Money gap = balance.gap();
        return gap != null && !gap.isZero();
    }

    Money gap() {
        Money gap = balance.gap();
        return gap == null ? Money.ZERO : gap;
    }
}
