package fr.opalconnect.debit;

import fr.opalconnect.kernel.Mod97;

/// The creditor's identifier (ICS), which the Banque de France gives.
record CreditorId(String value) {
    CreditorId {
        if (!isRight(value)) {
            throw new IllegalArgumentException("not a creditor identifier (ICS)");
        }
    }

    /// Its check ignores the business code, the fifth to seventh sign.
    static boolean isRight(String value) {
        return value.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{1,28}")
                && Mod97.of(value.substring(7) + value.substring(0, 4)) == 1;
    }
}
