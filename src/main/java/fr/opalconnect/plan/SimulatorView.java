package fr.opalconnect.plan;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The simulator.
///
/// @param debt   what there is to spread; nothing, when it is not positive
/// @param most   months
/// @param terms  null when there is nothing that would be worth spreading
/// @param before what became of the plan before; null when there was none
record SimulatorView(
        Money debt,
        Wish wish,
        int most,
        Money least,
        @Nullable Terms terms,
        @Nullable PlanState before,
        UUID key,
        String message,
        Mistakes mistakes) {
    List<Integer> choices() {
        return IntStream.rangeClosed(2, most).boxed().toList();
    }

    /// `6 mois, 68,73 € par mois`
    String choice(Texts t, int months) {
        Money each = Money.ofCents((debt.cents() + months - 1) / months);
        return t.say("plan.choice", months, t.money(each));
    }
}
