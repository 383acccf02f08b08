package fr.opalconnect.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Tells how much of a password is left to guess once the pieces that everybody uses are taken out of it: words of the
/// list `common-passwords.txt`, rows of the keyboard, sequences, repeats, years. So `Soleil2026!!` is as weak as
/// `soleil`, and no list has to hold every word with every ending.
@Component
class CommonPasswords {
    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST_WORD = 24;

    /// A guesser tries the few thousand words of the list one after the other.
    private static final double BITS_OF_A_WORD = 11;

    private static final double BITS_OF_A_ROW = 6;
    private static final double BITS_OF_A_REPEAT = 2;
    private static final double BITS_OF_A_LETTER = 4.7;
    private static final double BITS_OF_A_DIGIT = 3.3;
    /// Before and after words stand the same few signs.
    private static final double BITS_OF_A_SIGN = 2.5;

    private static final List<String> ROWS = List.of(
            "azertyuiop",
            "qsdfghjklm",
            "wxcvbn",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qwertzuiop",
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "1a2z3e4r5t6y7u8i9o0p",
            "1q2w3e4r5t6y7u8i9o0p",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
            "aqwzsxedcrfvtgbyhnujk");

    /// Digits and signs that stand for the letters they look like.
    private static final String LOOKS_LIKE = "@4301!$57|€";
    private static final String MEANT = "aaeoiisstle";

    private final Set<String> words = new HashSet<>();

    CommonPasswords() {
        try {
            new ClassPathResource("fr/opalconnect/access/common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.strip().split("\\s+", -1)).stream())
                    .filter(word -> word.length() >= SHORTEST_WORD)
                    .forEach(words::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return words.size();
    }

    /// How many bits a guesser who knows the usual pieces would have to find: the cheapest way to put it together.
    ///
    /// @param personal names and numbers that this guesser also knows; they are worth nothing
    double bits(String password, Collection<String> personal) {
        Set<String> known = new HashSet<>();
        for (String each : personal) {
            for (String piece : plain(each).split("[^a-z0-9]+", -1)) {
                if (piece.length() >= SHORTEST_WORD) {
                    known.add(piece);
                }
            }
        }
        String plain = plain(password);
        return Math.min(cheapest(plain, known), cheapest(asMeant(plain), known));
    }

    private double cheapest(String text, Set<String> known) {
        double[] upTo = new double[text.length() + 1];
        for (int end = 1; end <= text.length(); end++) {
            upTo[end] = upTo[end - 1] + single(text, end - 1);
            for (int begin = Math.max(0, end - LONGEST_WORD); begin <= end - SHORTEST_WORD; begin++) {
                upTo[end] = Math.min(upTo[end], upTo[begin] + piece(text, begin, end, known));
            }
        }
        return upTo[text.length()];
    }

    private double piece(String text, int begin, int end, Set<String> known) {
        String piece = text.substring(begin, end);
        if (known.contains(piece)) {
            return 0;
        }
        if (begin >= piece.length() && text.substring(0, begin).contains(piece)) {
            return BITS_OF_A_REPEAT;
        }
        if (words.contains(piece)) {
            return BITS_OF_A_WORD;
        }
        return isRow(piece) || piece.matches("(19|20)[0-9]{2}") ? BITS_OF_A_ROW : Double.POSITIVE_INFINITY;
    }

    private static double single(String text, int at) {
        char letter = text.charAt(at);
        if (at > 0 && text.charAt(at - 1) == letter) {
            return BITS_OF_A_REPEAT / 2;
        }
        if (Character.isDigit(letter)) {
            return BITS_OF_A_DIGIT;
        }
        return Character.isLetter(letter) ? BITS_OF_A_LETTER : BITS_OF_A_SIGN;
    }

    private static boolean isRow(String piece) {
        String backwards = new StringBuilder(piece).reverse().toString();
        return ROWS.stream().anyMatch(row -> row.contains(piece) || row.contains(backwards));
    }

    /// Without capitals and accents.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String asMeant(String text) {
        StringBuilder meant = new StringBuilder(text);
        for (int i = 0; i < meant.length(); i++) {
            int known = LOOKS_LIKE.indexOf(meant.charAt(i));
            if (known >= 0) {
                meant.setCharAt(i, MEANT.charAt(known));
            }
        }
        return meant.toString();
    }
}
