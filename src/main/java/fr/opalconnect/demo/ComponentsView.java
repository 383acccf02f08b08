package fr.opalconnect.demo;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.MonthBar;
import java.time.YearMonth;
import java.util.List;

/// What the gallery fills the components with.
///
/// @param mistakes of its form
record ComponentsView(Mistakes mistakes) {
    static final Mistakes EVERYTHING_WRONG = Mistakes.of(
            new Mistake("numero", "demo.components.number.missing"),
            new Mistake("code", "demo.components.code.wrong", 3),
            new Mistake("motdepasse", "demo.components.password.short"));

    /// Paid in full, in part, ahead, and not yet.
    List<MonthBar> months() {
        return List.of(
                month(6, 41_237, 41_237),
                month(7, 41_237, 41_237),
                month(8, 41_237, 26_000),
                month(9, 47_510, 62_747),
                month(10, 42_010, 42_010),
                month(11, 41_237, 0));
    }

    private static MonthBar month(int month, long called, long paid) {
        return new MonthBar(YearMonth.of(2026, month), Money.ofCents(called), Money.ofCents(paid));
    }
}
