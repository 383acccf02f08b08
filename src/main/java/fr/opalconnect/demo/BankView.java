package fr.opalconnect.demo;

import fr.opalconnect.payment.SandboxBank.Act;
import fr.opalconnect.payment.SandboxBank.Bill;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The bank's page.
///
/// @param state null while it can be paid
record BankView(Bill bill, @Nullable String state) {
    /// What banks do besides taking money, refusing, and letting go.
    static List<Act> others() {
        return List.of(Act.TIME_OUT, Act.TWICE, Act.LATE, Act.OUT_OF_ORDER, Act.NEVER, Act.REVIEW, Act.FAIL_LATER);
    }

    static String textKey(Act act) {
        return "demo.bank." + act.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String stateKey() {
        return "demo.bank.state."
                + String.valueOf(state).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
