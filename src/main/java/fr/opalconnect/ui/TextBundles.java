package fr.opalconnect.ui;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The message bundles. Each module keeps its own beside its classes, and a key begins with the module's name:
/// `texts_…` has what tenants see, in every language; `desk_…` what only staff see, in French and English; `papers_…`
/// what stands only on papers, which are French where the law has a say. What a language lacks it says in French.
@Component
public class TextBundles {
    private static final List<String> KINDS = List.of("papers", "desk", "texts");

    /// A line in a bundle, `# read-by: name, 2026-12`. The bundles without it were made by a machine.
    private static final String READ = "# read-by: ";

    private final Map<Language, Texts> byLanguage = new EnumMap<>(Language.class);

    public TextBundles() {
        Resource[] bundles = bundles();
        Map<String, String> french = new HashMap<>();
        load(bundles, Language.FRENCH, french);
        byLanguage.put(Language.FRENCH, new Texts(Language.FRENCH, Map.copyOf(french), false));
        for (Language language : Language.values()) {
            if (language != Language.FRENCH) {
                Map<String, String> words = new HashMap<>(french);
                boolean read = load(bundles, language, words);
                if (language == Language.MIRRORED) {
                    words.replaceAll((key, text) -> Mirror.of(text));
                }
                byLanguage.put(language, new Texts(language, Map.copyOf(words), !read));
            }
        }
    }

    public Texts in(Language language) {
        return Objects.requireNonNull(byLanguage.get(language));
    }

    public Texts in(Locale locale) {
        return in(Language.of(locale));
    }

    private static Resource[] bundles() {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:fr/opalconnect/*/*_*.properties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return whether somebody has read all of it; French and English are written by us
    private static boolean load(Resource[] bundles, Language language, Map<String, String> words) {
        boolean read = true;
        try {
            for (Resource bundle : bundles) {
                String name = Objects.requireNonNull(bundle.getFilename());
                if (KINDS.stream().anyMatch(kind -> name.equals(kind + "_" + language.code() + ".properties"))) {
                    String text = bundle.getContentAsString(StandardCharsets.UTF_8);
                    read &= text.contains(READ);
                    load(text, language, words);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read || Language.AT_THE_DESK.contains(language);
    }

    private static void load(String bundle, Language language, Map<String, String> words) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(bundle));
        properties.forEach((key, text) -> words.put((String) key, Typography.set((String) text, language)));
    }
}
