package fr.opalconnect.home;

import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.Mirror;
import fr.opalconnect.ui.Typography;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The questions and answers of the help page, read once from `help_fr.yaml` and its like in each
/// language, with the brand's names and numbers filled in.
@Component
final class HelpBook {
    private final Map<Language, List<HelpGroup>> groups = new EnumMap<>(Language.class);
    private final Brand brand;

    HelpBook(Brand brand) {
        this.brand = brand;
        Language.SPOKEN.forEach(language -> groups.put(language, read(language)));
        groups.put(Language.MIRRORED, read(Language.MIRRORED));
    }

    List<HelpGroup> in(Locale locale) {
        return Objects.requireNonNull(groups.get(Language.of(locale)));
    }

    private List<HelpGroup> read(Language language) {
        String file = "fr/opalconnect/home/help_" + (language == Language.MIRRORED ? Language.FRENCH : language).code()
                + ".yaml";
        try (InputStream in = new ClassPathResource(file).getInputStream()) {
            List<Map<String, Object>> groups = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return groups.stream().map(group -> group(group, language)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HelpGroup group(Map<String, Object> entry, Language language) {
        List<HelpAnswer> answers = new ArrayList<>();
        list(entry.get("questions")).forEach(question -> answers.add(answer(map(question), language)));
        return new HelpGroup(text(entry, "id"), written(text(entry, "title"), language), answers);
    }

    private HelpAnswer answer(Map<?, ?> entry, Language language) {
        List<HelpAnswer.Block> blocks = new ArrayList<>();
        for (Object block : list(entry.get("answer"))) {
            List<String> lines = block instanceof List<?> bullets
                    ? bullets.stream()
                            .map(line -> written((String) line, language))
                            .toList()
                    : List.of(written((String) block, language));
            blocks.add(new HelpAnswer.Block(lines, block instanceof List<?>));
        }
        List<HelpAnswer.Link> links = new ArrayList<>();
        for (Object link : list(entry.get("links"))) {
            links.add(new HelpAnswer.Link(text(map(link), "to"), written(text(map(link), "label"), language)));
        }
        return new HelpAnswer(
                text(entry, "id"),
                written(text(entry, "question"), language),
                text(entry, "words"),
                blocks,
                links,
                Boolean.TRUE.equals(entry.get("phone")));
    }

    private String written(String text, Language language) {
        String filled = text.replace("{phone}", brand.phone())
                .replace("{emergency}", brand.emergency())
                .replace("{hours}", brand.hours(language.locale()))
                .replace("{landlord}", brand.landlord())
                .replace("{product}", brand.product());
        return language == Language.MIRRORED ? Mirror.of(filled) : Typography.set(filled, language);
    }

    private static String text(Map<?, ?> entry, String key) {
        return (String) Objects.requireNonNull(entry.get(key), key + " is missing in the help book");
    }

    private static Map<?, ?> map(Object entry) {
        return (Map<?, ?>) entry;
    }

    private static List<?> list(@Nullable Object entries) {
        return entries == null ? List.of() : (List<?>) entries;
    }
}
