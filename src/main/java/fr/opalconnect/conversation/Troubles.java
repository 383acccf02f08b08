package fr.opalconnect.conversation;

import fr.opalconnect.conversation.Trouble.Emergency;
import fr.opalconnect.conversation.Trouble.Payer;
import fr.opalconnect.conversation.Trouble.Spot;
import fr.opalconnect.ui.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
/// it stops the program and says where.
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
            TroubleWords words = TroubleWords.beside(file);
            spots = list(table, "places").stream()
                    .map(entry -> new Spot(text(entry, "code"), text(entry, "icon"), words.ofPlace(entry)))
                    .toList();
            troubles = list(table, "troubles").stream()
                    .map(entry -> trouble(entry, words))
                    .toList();
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
        String french = Objects.requireNonNull(words.get(Language.FRENCH.code()));
        return words.getOrDefault(Language.of(language).code(), french);
    }

    private static List<Map<String, Object>> list(Map<String, List<Map<String, Object>>> table, String name) {
        return Objects.requireNonNull(table.get(name), "it has no " + name);
    }

    private static Trouble trouble(Map<String, Object> entry, TroubleWords words) {
        Object emergency = entry.get("emergency");
        List<?> places = (List<?>) Objects.requireNonNull(entry.get("places"), entry.get("code") + " has no places");
        return new Trouble(
                text(entry, "code"),
                places.stream().map(String::valueOf).toList(),
                words.ofTrouble(entry, "", "text"),
                Payer.valueOf(text(entry, "pays")),
                words.ofTrouble(entry, "why-", "why"),
                emergency == null ? null : Emergency.valueOf(emergency.toString()),
                Boolean.TRUE.equals(entry.get("urgent")),
                Boolean.TRUE.equals(entry.get("shared")));
    }

    private static String text(Map<String, Object> entry, String key) {
        return Objects.requireNonNull(entry.get(key), entry.get("code") + " has no " + key)
                .toString();
    }
}
