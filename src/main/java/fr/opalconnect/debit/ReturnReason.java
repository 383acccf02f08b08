package fr.opalconnect.debit;

import java.util.Locale;
import java.util.Set;

/// Why a bank gave a collection back, as ISO 20022 codes it.
///
/// @param code `AM04`
record ReturnReason(String code) {
    /// Those that have words of their own; every RR0x means the same to people.
    private static final Set<String> TOLD =
            Set.of("AC01", "AC04", "AC06", "AM04", "AM05", "MD01", "MD06", "MD07", "MS02", "MS03", "AG01", "SL01");

    /// After these the same account will give back the next one as well.
    private static final Set<String> STOPPING =
            Set.of("AC01", "AC04", "AC06", "AC13", "AG01", "MD01", "MD07", "RC01", "SL01");

    boolean stopsMandate() {
        return STOPPING.contains(code);
    }

    /// The key of what happened, in words that people understand.
    String textKey() {
        return "debit.reason." + name();
    }

    /// The key of what they can do now.
    String nextKey() {
        return textKey() + ".next";
    }

    private String name() {
        if (code.matches("RR0[0-9]")) {
            return "rr";
        }
        return TOLD.contains(code) ? code.toLowerCase(Locale.ROOT) : "other";
    }
}
