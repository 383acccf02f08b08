package fr.opalconnect.ui;

import static fr.opalconnect.ui.BundleFiles.RESOURCES;
import static fr.opalconnect.ui.BundleFiles.files;
import static fr.opalconnect.ui.BundleFiles.holes;
import static fr.opalconnect.ui.BundleFiles.in;
import static fr.opalconnect.ui.BundleFiles.keys;
import static fr.opalconnect.ui.BundleFiles.minus;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the screens say: in both languages, in plain words, and nowhere else than in the bundles.
class BundlesTest {
    private static final Path CODE = Path.of("src/main/java/fr/opalconnect");
    private static final Pattern BANNED = Pattern.compile(
            "courriel|veuillez|merci de|invalide|\\boups|\\bsvp\\b|désolé|s’il vous plaît|\\bplease\\b|\\binvalid|\\boops|\\bsorry\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ASKING =
            Pattern.compile("(?:\\b(?:say|count|lookup|localize)|new Mistake)\\([^;]*", Pattern.DOTALL);

    @Test
    void both_languages_say_the_same_things_and_each_key_names_its_module() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path french : files(RESOURCES, "(texts|desk)_fr.properties")) {
            String module = french.getParent().getFileName().toString();
            Set<String> here = keys(french);
            Set<String> there = keys(in("en", french));
            minus(here, there).forEach(key -> faults.add(key + " is missing in English"));
            minus(there, here).forEach(key -> faults.add(key + " is missing in French"));
            here.stream()
                    .filter(key -> !key.startsWith(module + "."))
                    .forEach(key -> faults.add(key + " stands in the bundle of " + module));
        }
        for (Path papers : files(RESOURCES, "papers_fr.properties")) {
            String module = papers.getParent().getFileName().toString();
            keys(papers).stream()
                    .filter(key -> !key.startsWith(module + ".paper."))
                    .forEach(key -> faults.add(key + " stands among the papers of " + module));
            if (Files.exists(in("en", papers)) && !keys(in("en", papers)).equals(keys(papers))) {
                faults.add("the papers of " + module + " are half in English");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void a_key_stands_in_one_bundle_only() throws IOException {
        Set<String> seen = new TreeSet<>();
        List<String> twice = new ArrayList<>();
        for (Path bundle : files(RESOURCES, "(texts|desk|papers)_fr.properties")) {
            keys(bundle).stream().filter(key -> !seen.add(key)).forEach(twice::add);
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void a_text_fills_in_the_same_values_in_both_languages() {
        TextBundles bundles = Bundles.ALL;
        assertThat(allKeys("(texts|desk)_fr.properties").stream()
                        .filter(key -> !holes(bundles.in(Locale.FRENCH).lookup(key))
                                .equals(holes(bundles.in(Locale.ENGLISH).lookup(key)))))
                .isEmpty();
    }

    @Test
    void every_text_that_the_code_asks_for_is_there() throws IOException {
        Set<String> keys = allKeys();
        assertThat(askedFor().stream()
                        .filter(literal -> keys.stream()
                                .noneMatch(key -> key.equals(literal)
                                        || key.startsWith(
                                                literal.endsWith(".") || literal.endsWith("-")
                                                        ? literal
                                                        : literal + "."))))
                .isEmpty();
    }

    @Test
    void every_text_is_asked_for_somewhere() throws IOException {
        Set<String> literals = literals();
        Set<String> beginnings = composed();
        assertThat(allKeys().stream()
                        .filter(key -> !literals.contains(key))
                        .filter(key -> !literals.contains(key.replaceAll("\\.(one|many)$", "")))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "facile", "en"})
    void nothing_blames_begs_or_speaks_like_an_office(String language) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path file : files(RESOURCES, "_" + language + "(\\.properties|\\.yaml)")) {
            for (String line : Files.readAllLines(file)) {
                String text = line.replaceFirst("^[^=:]*[=:]", "");
                if (BANNED.matcher(text).find() && !line.strip().startsWith("words:")) {
                    faults.add(file.getFileName() + ": " + line);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void french_is_set_with_its_own_apostrophes_and_spaces() {
        Texts french = Bundles.ALL.in(Locale.FRENCH);
        assertThat(allKeys().stream()
                        .filter(key -> french.lookup(key)
                                .replaceAll("<[^>]*>", "")
                                .matches("(?s).*(\\p{L}'|[ \u00a0][:;?!€»]|«[ \u00a0]).*")))
                .isEmpty();
    }

    @Test
    void templates_have_no_words_of_their_own() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path template : files(CODE, "\\.jte")) {
            TemplateWords.outsideBundles(Files.readString(template)).stream()
                    .filter(words -> !template.startsWith(CODE.resolve("demo")))
                    .forEach(words -> faults.add(CODE.relativize(template) + ": " + words));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void the_check_of_templates_sees_words() {
        assertThat(
                        TemplateWords.outsideBundles(
                                "@if(a > b)<p>${t.say(\"x\")} Bonjour</p>@endif @template.ui.Card(title = t.say(\"y\"), content = @`<b aria-label=\"Fermer\">Oui</b>`)"))
                .containsExactlyInAnyOrder("Bonjour", "Oui", "Fermer");
    }

    /// Those of papers too, which are in French only.
    private static Set<String> allKeys() {
        return allKeys("(texts|desk|papers)_fr.properties");
    }

    private static Set<String> allKeys(String bundles) {
        try {
            Set<String> keys = new TreeSet<>();
            for (Path bundle : files(RESOURCES, bundles)) {
                keys.addAll(keys(bundle));
            }
            return keys;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Everything in the code that looks like a key, or like the beginning of one.
    private static Set<String> literals() throws IOException {
        return quoted(Pattern.compile("\"((?:" + modules() + ")\\.[a-z0-9.-]*)\""), "\\.(java|jte)");
    }

    /// What templates name, and what Java hands to the texts: other names with a dot are none of ours.
    private static Set<String> askedFor() throws IOException {
        Pattern key = Pattern.compile("\"((?:" + modules() + ")\\.[a-z0-9.-]*)\"");
        Set<String> found = quoted(key, "\\.jte");
        for (Path file : files(CODE, "\\.java")) {
            ASKING.matcher(Files.readString(file))
                    .results()
                    .forEach(statement ->
                            key.matcher(statement.group()).results().forEach(match -> found.add(match.group(1))));
        }
        return found;
    }

    /// Keys of which the code knows only the beginning, because it adds the rest itself.
    private static Set<String> composed() throws IOException {
        return quoted(Pattern.compile("\"((?:" + modules() + ")\\.[a-z0-9.-]*)\"(?=\\s*\\+)"), "\\.(java|jte)");
    }

    private static String modules() throws IOException {
        return files(RESOURCES, "(texts|desk)_fr.properties").stream()
                .map(bundle -> bundle.getParent().getFileName().toString())
                .distinct()
                .collect(Collectors.joining("|"));
    }

    private static Set<String> quoted(Pattern pattern, String ending) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files(CODE, ending)) {
            for (Matcher match = pattern.matcher(Files.readString(file)); match.find(); ) {
                found.add(match.group(1));
            }
        }
        return found;
    }
}
