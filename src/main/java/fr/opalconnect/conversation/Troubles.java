package fr.opalconnect.conversation;

import fr.opalconnect.conversation.Trouble.Emergency;
import fr.opalconnect.conversation.Trouble.Payer;
import fr.opalconnect.conversation.Trouble.Spot;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Typography;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The table of troubles, read once when the program starts: the landlord's own file, or the one built in. A fault in
/// it
/// stops the program and says where.
@Component
final class Troubles {
    private final List<Spot> spots;
    private final List<Trouble> troubles;

    @Autowired
    Troubles(ConversationSettings settings) {
        this(settings.troubles().isBlank() ? null : Path.of(settings.troubles()));
    }

    /// @param file null for the table that is built in
    Troubles(@Nullable Path file) {
        String name = file == null ? "troubles.yaml" : file.toString();
        try (InputStream in = file == null
                ? new ClassPathResource("fr/opalconnect/conversation/troubles.yaml").getInputStream()
                : Files.newInputStream(file)) {
            Map<String, List<Map<String, Object>>> table = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            spots = list(table, "places").stream().map(Troubles::spot).toList();
            troubles = list(table, "troubles").stream().map(Troubles::trouble).toList();
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "The table of troubles " + name + " cannot be used: " + e.getMessage(), e);
        }
        Set<String> known = new HashSet<>();
        spots.forEach(spot -> known.add(spot.code()));
        for (Trouble trouble : troubles) {
            if (!known.containsAll(trouble.places())) {
                throw new IllegalArgumentException("The table of troubles " + name + " cannot be used: '"
                        + trouble.code() + "' names a place that is not there, one of " + trouble.places());
            }
        }
    }

    List<Spot> spots() {
        return spots;
    }

    @Nullable
    Spot spot(@Nullable String code) {
        return spots.stream()
                .filter(spot -> spot.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    List<Trouble> at(Spot spot) {
        return troubles.stream()
                .filter(trouble -> trouble.places().contains(spot.code()))
                .toList();
    }

    @Nullable
    Trouble find(@Nullable String code) {
        return troubles.stream()
                .filter(trouble -> trouble.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    static String in(Map<String, String> words, Locale language) {
        return Objects.requireNonNullElseGet(
                words.get(language.getLanguage()), () -> Objects.requireNonNull(words.get("fr")));
    }

    private static List<Map<String, Object>> list(Map<String, List<Map<String, Object>>> table, String name) {
        return Objects.requireNonNull(table.get(name), "it has no " + name);
    }

    private static Spot spot(Map<String, Object> entry) {
        return new Spot(text(entry, "code"), text(entry, "icon"), words(entry, ""));
    }

    private static Trouble trouble(Map<String, Object> entry) {
        Object emergency = entry.get("emergency");
        List<?> places = (List<?>) Objects.requireNonNull(entry.get("places"), entry.get("code") + " has no places");
        return new Trouble(
                text(entry, "code"),
                places.stream().map(String::valueOf).toList(),
                words(entry, ""),
                Payer.valueOf(text(entry, "pays")),
                words(entry, "why-"),
                emergency == null ? null : Emergency.valueOf(emergency.toString()),
                Boolean.TRUE.equals(entry.get("urgent")),
                Boolean.TRUE.equals(entry.get("shared")));
    }

    private static Map<String, String> words(Map<String, Object> entry, String prefix) {
        Map<String, String> words = new HashMap<>();
        for (Locale language : TextBundles.LANGUAGES) {
            Object text = entry.get(prefix + language.getLanguage());
            if (text != null) {
                words.put(language.getLanguage(), Typography.set(text.toString(), language));
            }
        }
        if (!words.containsKey("fr")) {
            throw new IllegalArgumentException(entry.get("code") + " has no " + prefix + "fr");
        }
        return words;
    }

    private static String text(Map<String, Object> entry, String key) {
        return Objects.requireNonNull(entry.get(key), entry.get("code") + " has no " + key)
                .toString();
    }
}
