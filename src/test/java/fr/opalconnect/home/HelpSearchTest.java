package fr.opalconnect.home;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.Bundles;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpSearchTest {
    private static final Pattern QUOTED = Pattern.compile("«[^»]*»|‘[^’]*’|“[^”]*”");

    private static final HelpBook BOOK = new HelpBook(new Brand(
            "OPAL Connect’",
            "OPAL",
            "OPAL",
            "03 23 23 62 00",
            "",
            Map.of("fr", "du lundi au vendredi, de 8 h 30 à 12 h", "en", "Monday to Friday"),
            "",
            new Brand.Colours("", "", "", ""),
            new Brand.Colours("", "", "", ""),
            ""));

    @ParameterizedTest
    @CsvSource({
        "code sms, code",
        "CODE SMS, code",
        "je n'ai pas reçu le sms, code",
        "mot de passe oublié, mot-de-passe",
        "mot de passe oublie, mot-de-passe",
        "prelevement rejete, rejet",
        "rejet du prélèvement, rejet",
        "quittances, quittance",
        "attestation de loyer, quittance",
        "caf, apl",
        "rls, apl",
        "changer de banque, banque",
        "rib, banque",
        "mon divorce, foyer",
        "odeur de gaz, urgence",
        "fuite d'eau, panne",
        "garage, plusieurs-baux",
        "virement, payer",
        "j'ai payé deux fois, paiement-absent",
        "aveugle, accessible",
        "cookies, mes-donnees",
        "assurance, assurance",
        "english, langue",
        "télépho, pas-de-portable",
    })
    void what_people_type_finds_the_answer_among_the_first_three(String typed, String id) {
        assertThat(HelpSearch.find(BOOK.in(Locale.FRENCH), typed).stream()
                        .limit(3)
                        .map(HelpAnswer::id))
                .contains(id);
    }

    @ParameterizedTest
    @CsvSource({"forgotten password, mot-de-passe", "no code, code", "gas, urgence", "receipt, quittance"})
    void english_is_searched_in_english(String typed, String id) {
        assertThat(HelpSearch.find(BOOK.in(Locale.ENGLISH), typed).stream()
                        .limit(3)
                        .map(HelpAnswer::id))
                .contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "le la les", "xylophone", "?!'\"<>", "🙂"})
    void what_nobody_asks_finds_nothing(String typed) {
        assertThat(HelpSearch.find(BOOK.in(Locale.FRENCH), typed)).isEmpty();
    }

    static List<Language> spoken() {
        return Language.SPOKEN;
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void each_language_answers_the_same_questions_under_the_same_anchors(Language language) {
        assertThat(outline(language.locale())).isEqualTo(outline(Locale.FRENCH)).doesNotHaveDuplicates();
    }

    @Test
    void words_are_found_in_any_letters() {
        assertThat(HelpSearch.words("Не приходить код, ŞİFRE ve الرمز"))
                .isEqualTo(HelpSearch.words("не приходить КОД şifre ve رمز"));
    }

    @Test
    void names_and_numbers_are_the_brands_and_french_is_set_as_a_printer_would() {
        String all = BOOK.in(Locale.FRENCH).toString();
        assertThat(all)
                .contains(
                        "03\u00a023\u00a023\u00a062\u00a000\u202f: du lundi au vendredi, de 8\u00a0h\u00a030 à 12\u00a0h",
                        "0\u00a0800\u00a047\u00a033\u00a033",
                        "OPAL Connect’")
                .doesNotContain("{", " :", " ?", "'");
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void what_the_answers_quote_stands_on_the_screen_or_on_a_french_paper(Language language) throws IOException {
        String onScreen = (String.join("\n", words(language)) + String.join("\n", words(Language.FRENCH)))
                .toLowerCase(Locale.ROOT);
        assertThat(BOOK.in(language.locale()).stream()
                        .flatMap(group -> group.answers().stream())
                        .flatMap(answer -> QUOTED.matcher(answer.text()).results())
                        .map(quote -> quote.group().substring(1, quote.group().length() - 1))
                        .map(quote -> quote.replaceAll("^[\u00a0\u202f ]|[\u00a0\u202f ]$", "")
                                .toLowerCase(Locale.ROOT)))
                .isNotEmpty()
                .allSatisfy(quote -> assertThat(onScreen).contains(quote));
    }

    /// Every text of the bundles, as the screens show them.
    private static List<String> words(Language language) throws IOException {
        Texts texts = Bundles.ALL.in(language);
        List<String> words = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/fr/opalconnect"))) {
            for (Path file : files.filter(
                            file -> file.toString().matches(".*/(texts|papers)_" + language.code() + "\\.properties"))
                    .toList()) {
                Properties keys = new Properties();
                keys.load(Files.newBufferedReader(file));
                keys.stringPropertyNames().forEach(key -> words.add(texts.lookup(key)));
            }
        }
        return words;
    }

    private static List<String> outline(Locale language) {
        return BOOK.in(language).stream()
                .flatMap(group -> group.answers().stream()
                        .map(answer -> group.id() + " / " + answer.id() + " " + answer.phone() + " "
                                + answer.links().stream()
                                        .map(HelpAnswer.Link::to)
                                        .toList()
                                + answer.blocks().stream()
                                        .map(block ->
                                                block.bullets() ? block.lines().size() : 0)
                                        .toList()))
                .toList();
    }
}
