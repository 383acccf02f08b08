package fr.opalconnect.ui;

import static fr.opalconnect.ui.BundleFiles.RESOURCES;
import static fr.opalconnect.ui.BundleFiles.files;
import static fr.opalconnect.ui.BundleFiles.holes;
import static fr.opalconnect.ui.BundleFiles.in;
import static fr.opalconnect.ui.BundleFiles.tags;
import static fr.opalconnect.ui.BundleFiles.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A language that tenants may choose says everything that tenants see, and says it in that language.
class LanguagesTest {
    /// Words of a sentence.
    private static final int SHORT = 15;

    private static final int FEW = 8;

    private static final Pattern PLURAL = Pattern.compile("\\.(zero|one|two|few)$");

    /// In these a text may be the French one: the brand's names, addresses, formats.
    private static final Pattern SAME_EVERYWHERE = Pattern.compile("(?:\\{[0-9]}|[^\\p{L}])*|.{0,24}");

    static Stream<Language> translations() {
        return Language.SPOKEN.stream().filter(language -> language != Language.FRENCH);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void a_spoken_language_says_all_that_tenants_see(Language language) throws IOException {
        Map<String, String> french = all(Language.FRENCH);
        Map<String, String> words = all(language);
        List<String> faults = new ArrayList<>();
        for (String key : french.keySet()) {
            if (!words.containsKey(key)) {
                faults.add(key + " is missing");
            }
            if (key.endsWith(".many") && french.containsKey(key.replaceFirst("many$", "one"))) {
                language.morePlurals().stream()
                        .map(form -> key.replaceFirst("many$", form))
                        .filter(form -> !words.containsKey(form))
                        .forEach(form -> faults.add(form + " is missing"));
            }
        }
        for (String key : words.keySet()) {
            String counted = PLURAL.matcher(key).replaceFirst(".many");
            if (!french.containsKey(key) && !french.containsKey(counted)) {
                faults.add(key + " is asked for nowhere");
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void it_fills_in_the_same_values_and_keeps_the_tags(Language language) throws IOException {
        Map<String, String> french = all(Language.FRENCH);
        List<String> faults = new ArrayList<>();
        all(language).forEach((key, text) -> {
            String original =
                    french.getOrDefault(key, french.get(PLURAL.matcher(key).replaceFirst(".many")));
            if (original == null) {
                return; // which another test tells
            }
            Set<String> more = new HashSet<>(holes(text));
            more.removeAll(holes(original));
            boolean maySayOneInWords = PLURAL.matcher(key).find();
            if (!more.isEmpty() || (!maySayOneInWords && !holes(original).equals(holes(text)))) {
                faults.add(key + " fills in " + holes(text) + " instead of " + holes(original));
            }
            if (!tags(original).equals(tags(text))) {
                faults.add(key + " has the tags " + tags(text) + " instead of " + tags(original));
            }
        });
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void no_french_is_left_in_it(Language language) throws IOException {
        Map<String, String> french = all(Language.FRENCH);
        assertThat(all(language).entrySet().stream()
                        .filter(text -> !language.isFrench())
                        .filter(text -> text.getValue().equals(french.get(text.getKey())))
                        .filter(text ->
                                !SAME_EVERYWHERE.matcher(text.getValue()).matches()))
                .isEmpty();
    }

    /// What stands in brackets explains a word, and counts by itself. Signed words and quoted law are as they are, and
    /// a few sentences cannot be cut.
    @Test
    void easy_french_has_short_sentences() throws IOException {
        List<String> tooLong = new ArrayList<>();
        if (Language.SPOKEN.contains(Language.EASY)) {
            all(Language.EASY).forEach((key, text) -> {
                for (String sentence : text.replaceAll("<[^>]*>", "").split("[.:;!?…](?:\\s|$)|[()]", -1)) {
                    if (sentence.strip().split("\\s+", -1).length > SHORT
                            && !key.matches(".*\\.(wording|law|letter)\\..*")) {
                        tooLong.add(key + ": " + sentence);
                    }
                }
            });
        }
        assertThat(tooLong).hasSizeLessThan(FEW);
    }

    private static Map<String, String> all(Language language) throws IOException {
        Map<String, String> all = new HashMap<>();
        for (Path french : files(RESOURCES, "texts_fr.properties")) {
            all.putAll(texts(in(language.code(), french)));
        }
        return all;
    }
}
