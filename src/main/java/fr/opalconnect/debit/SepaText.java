package fr.opalconnect.debit;

import java.text.Normalizer;

/// Words in the letters that every bank of the SEPA area takes.
final class SepaText {
    private SepaText() {}

    /// `Élodie Vasseur & fils` becomes `Elodie Vasseur + fils`; never empty.
    static String of(String words, int most) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("œ", "oe")
                .replace("Œ", "OE")
                .replace("æ", "ae")
                .replace("Æ", "AE")
                .replace("ß", "ss")
                .replace("&", "+")
                .replaceAll("[’‘`´]", "'")
                .replaceAll("[–—_]", "-")
                .replaceAll("[^A-Za-z0-9/?:().,'+ -]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        String kept = plain.substring(0, Math.min(most, plain.length())).strip();
        return kept.isEmpty() ? "-" : kept;
    }

    /// A reference: no bank takes one that begins or ends with a slash, or has two of them together.
    static boolean isReference(String text) {
        return text.matches("[A-Za-z0-9?:().,'+ /-]{1,35}")
                && !text.startsWith("/")
                && !text.endsWith("/")
                && !text.contains("//")
                && text.equals(text.strip());
    }
}
