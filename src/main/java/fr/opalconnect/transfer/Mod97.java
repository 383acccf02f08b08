package fr.opalconnect.transfer;

/// The check of ISO 7064 that IBANs (ISO 13616) and creditor references (ISO 11649) share: the first four characters
/// go to the end, letters count from A = 10, and what comes out leaves 1 when divided by 97.
final class Mod97 {
    private static final int DIVISOR = 97;

    private Mod97() {}

    /// @param text capitals and digits only, its two check digits at places 3 and 4
    static boolean isRight(String text) {
        return text.length() > 4 && remainder(text.substring(4) + text.substring(0, 4)) == 1;
    }

    /// The two digits that make `RF` and this body right.
    static String checkDigits(String prefix, String body) {
        int digits = DIVISOR + 1 - remainder(body + prefix + "00");
        return digits < 10 ? "0" + digits : Integer.toString(digits);
    }

    private static int remainder(String text) {
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 36);
            if (value < 0) {
                return -1;
            }
            rest = (rest * (value < 10 ? 10 : 100) + value) % DIVISOR;
        }
        return rest;
    }
}
