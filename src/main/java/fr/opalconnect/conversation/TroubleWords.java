package fr.opalconnect.conversation;

import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.Mirror;
import fr.opalconnect.ui.Typography;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The words of the table of troubles, by language: French and English stand in the table itself, each further language
/// in a file beside it, `troubles_es.yaml`. That file may lack some, or be missing: French is then said.
record TroubleWords(Map<Language, Map<String, Map<String, Object>>> files) {
    /// @param table the landlord's own; null for the one that is built in
    static TroubleWords beside(@Nullable Path table) throws IOException {
        Map<Language, Map<String, Map<String, Object>>> files = new EnumMap<>(Language.class);
        for (Language language : Language.SPOKEN) {
            try (InputStream in = table == null ? builtIn(language) : besides(table, language)) {
                if (in != null) {
                    files.put(language, new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
                }
            }
        }
        return new TroubleWords(files);
    }

    Map<String, String> ofPlace(Map<String, Object> entry) {
        Map<String, String> words = inTable(entry, "");
        files.forEach((language, file) ->
                put(words, language, file.getOrDefault("places", Map.of()).get(code(entry))));
        return words;
    }

    /// @param prefix of the keys in the table, before the language
    /// @param key    in the files of languages
    Map<String, String> ofTrouble(Map<String, Object> entry, String prefix, String key) {
        Map<String, String> words = inTable(entry, prefix);
        files.forEach((language, file) -> {
            if (file.getOrDefault("troubles", Map.of()).get(code(entry)) instanceof Map<?, ?> texts) {
                put(words, language, texts.get(key));
            }
        });
        return words;
    }

    private static Map<String, String> inTable(Map<String, Object> entry, String prefix) {
        Map<String, String> words = new HashMap<>();
        Language.AT_THE_DESK.forEach(language -> put(words, language, entry.get(prefix + language.code())));
        String french = words.get(Language.FRENCH.code());
        if (french == null) {
            throw new IllegalArgumentException(entry.get("code") + " has no " + prefix + "fr");
        }
        words.put(Language.MIRRORED.code(), Mirror.of(french));
        return words;
    }

    private static void put(Map<String, String> words, Language language, @Nullable Object text) {
        if (text != null) {
            words.put(language.code(), Typography.set(text.toString(), language));
        }
    }

    private static String code(Map<String, Object> entry) {
        return String.valueOf(entry.get("code"));
    }

    private static @Nullable InputStream builtIn(Language language) throws IOException {
        ClassPathResource file =
                new ClassPathResource("fr/opalconnect/conversation/troubles_" + language.code() + ".yaml");
        return file.exists() ? file.getInputStream() : null;
    }

    private static @Nullable InputStream besides(Path table, Language language) throws IOException {
        String name = table.getFileName().toString().replaceFirst("(\\.[^.]*)?$", "_" + language.code() + "$1");
        Path file = table.resolveSibling(name);
        return Files.exists(file) ? Files.newInputStream(file) : null;
    }
}
