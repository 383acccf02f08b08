package fr.opalconnect.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The message bundles. Each module keeps its own beside its classes, and a key begins with the module's name:
/// `texts_…` has what tenants see, in every language; `desk_…` what only staff see, in French and English; `papers_…`
/// what stands only on papers, which are French where the law has a say.
@Component
public class TextBundles {
    /// What the product speaks; the first is the one that falls back.
    public static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private static final List<String> KINDS = List.of("texts", "desk", "papers");

    private final Map<Locale, Texts> byLanguage = new HashMap<>();

    public TextBundles() {
        for (Locale language : LANGUAGES) {
            byLanguage.put(language, new Texts(language, load(language)));
        }
    }

    public Texts in(Locale language) {
        Texts texts = byLanguage.get(language);
        if (texts == null) {
            throw new IllegalArgumentException("the product does not speak " + language);
        }
        return texts;
    }

    private static Map<String, String> load(Locale language) {
        Map<String, String> words = new HashMap<>();
        try {
            for (String kind : KINDS) {
                String pattern = "classpath*:fr/opalconnect/*/%s_%s.properties".formatted(kind, language.getLanguage());
                for (Resource bundle : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                    load(bundle, language, words);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(words);
    }

    private static void load(Resource bundle, Locale language, Map<String, String> words) throws IOException {
        try (Reader reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            properties.forEach((key, text) -> words.put((String) key, Typography.set((String) text, language)));
        }
    }
}
