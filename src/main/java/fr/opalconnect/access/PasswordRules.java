package fr.opalconnect.access;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/// What a password must be: long enough, and not one of those that are tried first. No puzzle of capitals and digits.
@Component
class PasswordRules {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    /// Less than this is guessed from lists: two common words and a year, say.
    private static final double ENOUGH_BITS = 36;

    enum Verdict {
        GOOD,
        TOO_SHORT,
        TOO_LONG,
        /// Made of words and rows that everybody knows.
        COMMON,
        /// Made of one's own name and numbers.
        PERSONAL
    }

    private final CommonPasswords common;

    PasswordRules(CommonPasswords common) {
        this.common = common;
    }

    /// @param personal names and numbers that belong to the tenant
    Verdict judge(String password, Collection<String> personal) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Verdict.TOO_SHORT;
        }
        if (length > LONGEST) {
            return Verdict.TOO_LONG;
        }
        double toStrangers = common.bits(password, List.of());
        double toWhoKnowsThem = common.bits(password, personal);
        if (toWhoKnowsThem >= ENOUGH_BITS) {
            return Verdict.GOOD;
        }
        return toWhoKnowsThem < toStrangers ? Verdict.PERSONAL : Verdict.COMMON;
    }
}
