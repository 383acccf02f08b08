package fr.opalconnect.document;

import fr.opalconnect.ui.Texts;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds documents in any spelling: accents, capitals, plurals and the order of words do not matter.
final class ItemSearch {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ItemSearch() {}

    static List<Item> find(List<Item> items, String typed, Texts t) {
        List<String> wanted = words(typed);
        return items.stream()
                .filter(item -> {
                    List<String> words = words(item.words(t));
                    return wanted.stream().allMatch(word -> words.stream().anyMatch(has -> has.startsWith(word)));
                })
                .toList();
    }

    /// Without plural endings, so that `quittances` finds a `quittance`.
    private static List<String> words(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
        return Arrays.stream(BETWEEN.split(plain))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > 3 && (word.endsWith("s") || word.endsWith("x"))
                        ? word.substring(0, word.length() - 1)
                        : word)
                .toList();
    }
}
