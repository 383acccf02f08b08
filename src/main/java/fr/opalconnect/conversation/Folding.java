package fr.opalconnect.conversation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What two spellings of a word have in common: small letters, no accents, single spaces.
final class Folding {
    private Folding() {}

    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    static String searchWords(Head head) {
        return Stream.of(
                        head.number(),
                        head.subject(),
                        head.tenantName(),
                        head.tenant().value(),
                        head.place())
                .filter(Objects::nonNull)
                .map(Folding::of)
                .collect(Collectors.joining(" "));
    }

    /// Patterns for LIKE, one for each word that was typed.
    static String[] patterns(String typed) {
        return Arrays.stream(of(typed).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .limit(8)
                .map(word -> "%" + word + "%")
                .toArray(String[]::new);
    }
}
