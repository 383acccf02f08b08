package fr.opalconnect.transfer;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names and numbers as people write them into a transfer.
final class Words {
    private static final int SHORTEST_NUMBER = 4;
    private static final Set<String> TITLES = Set.of("M", "MR", "MME", "MLLE", "MONSIEUR", "MADAME", "OU", "ET");

    private Words() {}

    /// Capitals without accents, one by one.
    static List<String> of(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^0-9A-Z]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// What may be somebody's number: words with digits in them, also two that stand together (`B0048213 1`).
    static List<String> numbers(String text) {
        List<String> words = Arrays.stream(text.toUpperCase(Locale.ROOT).split("[\\s,;:()]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        return java.util.stream.IntStream.range(0, words.size())
                .boxed()
                .flatMap(i -> i + 1 < words.size()
                        ? java.util.stream.Stream.of(words.get(i), words.get(i) + "-" + words.get(i + 1))
                        : java.util.stream.Stream.of(words.get(i)))
                .filter(word -> word.length() <= 40
                        && word.chars().filter(Character::isDigit).count() >= SHORTEST_NUMBER)
                .distinct()
                .toList();
    }

    /// Whether the payer is called so: each part of the last name, wherever it stands.
    static boolean isCalled(@Nullable String payer, String lastName) {
        List<String> last = of(lastName);
        return !last.isEmpty() && of(payer).containsAll(last);
    }

    /// Whether the payer bears the whole name; titles do not count, nor what else stands there (`M OU MME`).
    static boolean isNamed(@Nullable String payer, @Nullable String firstName, String lastName) {
        List<String> first = of(firstName);
        return isCalled(payer, lastName) && !first.isEmpty() && of(payer).containsAll(first);
    }

    /// The name to look somebody up by.
    static String name(@Nullable String payer) {
        return String.join(
                " ", of(payer).stream().filter(word -> !TITLES.contains(word)).toList());
    }
}
