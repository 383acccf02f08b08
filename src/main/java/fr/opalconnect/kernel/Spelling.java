package fr.opalconnect.kernel;

import java.util.Locale;

/// How a printed number is compared with a typed one. The same rule stands in SQL as
/// `platform.lookup_key`, and a test holds the two together.
final class Spelling {
    private Spelling() {}

    /// `n° 00 482.13`, `L0048213` and `48213` are one number; `0` and `L000` are `0`; no letter or digit at all is
    /// empty.
    static String lookupKey(String number) {
        String kept = Digits.western(number).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        String digits = kept.replaceFirst("^[A-Z]+(?=[0-9])", "");
        return digits.replaceFirst("^0+(?=.)", "");
    }
}
