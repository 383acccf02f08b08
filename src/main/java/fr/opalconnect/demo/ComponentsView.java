package fr.opalconnect.demo;

import fr.opalconnect.account.EntryKind;
import fr.opalconnect.account.Statement;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.MonthBar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /// A month of Compte with a notice and the payment of the one before, put together like everybody's.
    Statement.Month statement() {
        LocalDate notice = LocalDate.of(2026, 11, 28);
        List<Statement.Line> lines = new ArrayList<>();
        Money balance = Money.ofCents(42_010);
        balance = line(lines, balance, EntryKind.PAIEMENT, LocalDate.of(2026, 11, 4), -42_010, null);
        balance = line(lines, balance, EntryKind.LOYER, notice, 38_037, "A11");
        balance = line(lines, balance, EntryKind.EAU, notice, 2_200, "A11");
        balance = line(lines, balance, EntryKind.CHAUFFAGE, notice, 4_800, "A11");
        balance = line(lines, balance, EntryKind.ENTRETIEN, notice, 3_100, "A11");
        balance = line(lines, balance, EntryKind.ORDURES_MENAGERES, notice, 1_200, "A11");
        balance = line(lines, balance, EntryKind.RLS, notice, -3_800, "A11");
        balance = line(lines, balance, EntryKind.APL, notice, -4_300, "A11");
        return new Statement(2026, List.of(2026), lines.reversed(), balance, null, List.of())
                .months()
                .getFirst();
    }

    /// @return the balance after it
    private static Money line(
            List<Statement.Line> lines,
            Money before,
            EntryKind kind,
            LocalDate on,
            long cents,
            @Nullable String notice) {
        Money amount = Money.ofCents(cents);
        Money after = before.plus(amount);
        LocalDate due = notice == null ? null : LocalDate.of(2026, 12, 5);
        YearMonth term = YearMonth.from(on);
        String id = "E" + lines.size();
        lines.add(new Statement.Line(
                id, kind, "", on, amount, after, notice, due, notice == null ? null : term, term, null));
        return after;
    }

    private static MonthBar month(int month, long called, long paid) {
        return new MonthBar(YearMonth.of(2026, month), Money.ofCents(called), Money.ofCents(paid));
    }
}
