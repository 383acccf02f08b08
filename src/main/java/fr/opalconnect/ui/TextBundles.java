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

/// The message bundles. Each module keeps its own beside its classes, `texts_fr.properties` and `texts_en.properties`;
/// a key begins with the module's name.
@Component
public class TextBundles {
    /// What the product speaks; the first is the one that falls back.
    public static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

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
        String pattern = "classpath*:fr/opalconnect/*/texts_" + language.getLanguage() + ".properties";
        Map<String, String> words = new HashMap<>();
        try {
            for (Resource bundle : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                try (Reader reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
                    Properties properties = new Properties();
                    properties.load(reader);
                    properties.forEach((key, text) -> words.put((String) key, Typography.set((String) text, language)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(words);
    }
}
