package fr.opalconnect.home;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds answers by what somebody typed: accents, capitals, plurals and small words do not matter; what stands in the
/// question counts most.
final class HelpSearch {
    /// In every language at once: who types several will not miss one of them.
    private static final Set<String> SMALL_WORDS = Set.copyOf(words("""
            le la les un une des de du et ou en a au aux mon ma mes je j il on ne pas n d l s c qu que qui est ai comment
            the a an of to in on my i is do does how what where can no not it and or for
            el los las una unos de del y o en al mi mis yo no se que es como donde cuando con por para
            o os as um uma uns do da dos das e ou no na meu minha eu nao se que como onde quando com por para
            ve veya bir bu ne nasil nerede icin ile benim ben mi mu var yok
            і й та або в у на з із до мій моя мої я не що як де коли це для чи
            في من على الى عن ما ماذا كيف اين متى هل هذا لا لم انا و او مع
            """));

    private static final int IN_QUESTION = 6;
    private static final int IN_WORDS = 4;
    private static final int IN_ANSWER = 1;

    /// So many letters, at least, have words of one family in common.
    private static final int ALIKE = 5;

    private record Found(HelpAnswer answer, int words, int score) {}

    private HelpSearch() {}

    /// The best first. Answers that have fewer of the words come after those that have them all.
    static List<HelpAnswer> find(List<HelpGroup> groups, String typed) {
        List<String> wanted = words(typed).stream()
                .filter(word -> !SMALL_WORDS.contains(word))
                .distinct()
                .toList();
        return groups.stream()
                .flatMap(group -> group.answers().stream())
                .map(answer -> look(answer, wanted))
                .filter(found -> found.words() > 0 && found.words() * 2 >= wanted.size())
                .sorted(Comparator.comparingInt(Found::words)
                        .thenComparingInt(Found::score)
                        .reversed())
                .map(Found::answer)
                .toList();
    }

    private static Found look(HelpAnswer answer, List<String> wanted) {
        List<String> question = words(answer.question());
        List<String> words = words(answer.words());
        List<String> text = words(answer.text());
        int found = 0;
        int score = 0;
        for (String word : wanted) {
            int worth = IN_QUESTION * has(question, word) + IN_WORDS * has(words, word) + IN_ANSWER * has(text, word);
            found += worth > 0 ? 1 : 0;
            score += worth;
        }
        return new Found(answer, found, score);
    }

    /// 2 for the whole word, or its beginning from three letters on, because people type while they think; 1 for one
    /// that
    /// begins alike, as `changer` and `changement` do.
    private static int has(List<String> words, String wanted) {
        int best = 0;
        for (String word : words) {
            if (word.equals(wanted) || (wanted.length() >= 3 && word.startsWith(wanted))) {
                return 2;
            }
            int alike = Math.max(ALIKE, Math.min(word.length(), wanted.length()) - 2);
            best = word.regionMatches(0, wanted, 0, alike) ? 1 : best;
        }
        return best;
    }

    /// Without accents and endings; in Arabic without the article, which is written onto the word.
    static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("œ", "oe")
                .replace('ı', 'i')
                .replace('ة', 'ه')
                .replace('ى', 'ي')
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        Arrays.stream(plain.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > 3 ? word.replaceAll("[sx]$", "") : word)
                .map(word -> word.length() > 4 ? word.replaceFirst("^ال", "") : word)
                .forEach(words::add);
        return words;
    }
}
