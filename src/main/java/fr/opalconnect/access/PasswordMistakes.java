package fr.opalconnect.access;

import fr.opalconnect.access.PasswordRules.Verdict;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;

/// Why a new password was not taken, and what to do about it.
final class PasswordMistakes {
    /// The name of the field, wherever a new password is typed.
    static final String FIELD = "nouveau";

    private PasswordMistakes() {}

    static Mistakes of(String password, Verdict verdict) {
        return Mistakes.of(
                switch (verdict) {
                    case TOO_SHORT ->
                        password.isEmpty()
                                ? new Mistake(FIELD, "access.password.missing")
                                : new Mistake(
                                        FIELD,
                                        "access.password.short",
                                        password.codePointCount(0, password.length()),
                                        PasswordRules.SHORTEST);
                    case TOO_LONG -> new Mistake(FIELD, "access.password.long", PasswordRules.LONGEST);
                    case COMMON -> new Mistake(FIELD, "access.password.common");
                    case PERSONAL -> new Mistake(FIELD, "access.password.personal");
                    case GOOD -> throw new IllegalArgumentException("nothing is wrong with it");
                });
    }
}
