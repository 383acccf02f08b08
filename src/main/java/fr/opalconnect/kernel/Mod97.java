package fr.opalconnect.kernel;

/// The check of IBANs, creditor identifiers and RF references (ISO 7064, mod 97-10).
public final class Mod97 {
    private Mod97() {}

    /// The remainder of what capitals and digits stand for: A is 10, Z is 35. Right is 1.
    ///
    /// @param text with its check digits at the end
    public static int of(String text) {
        int remainder = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 36);
            if (value < 0) {
                throw new IllegalArgumentException("neither a capital nor a digit");
            }
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }
}
