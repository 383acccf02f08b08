package fr.opalconnect.ui;

import java.util.regex.Pattern;

/// French as a page sees a long language that runs from right to left: each word in Arabic letters and longer by two
/// fifths; tags, holes and figures stay.
public final class Mirror {
    private static final Pattern WORD = Pattern.compile("<[^>]*>|\\{[^}]*}|&[a-z#0-9]+;|\\p{L}+");
    private static final String LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";

    private Mirror() {}

    public static String of(String french) {
        return WORD.matcher(french)
                .replaceAll(word -> Character.isLetter(word.group().charAt(0))
                        ? letters(word.group())
                        : java.util.regex.Matcher.quoteReplacement(word.group()));
    }

    private static String letters(String word) {
        int length = word.length() + (word.length() * 2 + 4) / 5;
        StringBuilder mirrored = new StringBuilder();
        for (int i = 0; i < length; i++) {
            mirrored.append(LETTERS.charAt((word.charAt(i % word.length()) + i) % LETTERS.length()));
        }
        return mirrored.toString();
    }
}
