package fr.opalconnect.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the phones that tenants have must understand, read from the source.
class AssetsTest {
    private static final Path STYLES = Path.of("src/main/resources/fr/opalconnect/ui/css");
    private static final Path CODE = Path.of("src/main/java/fr/opalconnect");

    /// Unknown to Chrome 109 or Safari 15.6, and nothing would stand in for it.
    private static final Pattern TOO_NEW = Pattern.compile(
            "light-dark\\(|color-mix\\(|oklch\\(|@container|@scope|@starting-style|field-sizing|\\((?:width|height) *[<>]"
                    + "|anchor-name|\\{[^{}]*&");

    @Test
    void the_style_sheets_ask_for_nothing_that_old_phones_do_not_know() throws IOException {
        for (Path sheet : files(STYLES, ".css")) {
            String css = Files.readString(sheet).replaceAll("(?s)/\\*.*?\\*/", "");
            assertThat(TOO_NEW.matcher(css).results().map(match -> match.group()))
                    .as("%s", sheet)
                    .isEmpty();
        }
    }

    @Test
    void colours_are_tokens_and_nothing_else() throws IOException {
        for (Path sheet : files(STYLES, ".css")) {
            // The demonstration's bank is another house, and looks like one.
            if (!List.of("tokens.css", "print.css", "bank.css")
                    .contains(sheet.getFileName().toString())) {
                assertThat(Pattern.compile("#[0-9a-f]{6}\\b")
                                .matcher(Files.readString(sheet))
                                .results()
                                .map(match -> match.group()))
                        .as("%s", sheet)
                        .isEmpty();
            }
        }
    }

    /// But for the letter: mail programs know no style sheets, and our policy does not reach there.
    @Test
    void templates_carry_no_style_and_no_script_of_their_own() throws IOException {
        Pattern inline =
                Pattern.compile("\\s(?:style|on[a-z]+)=\"|<style|<script(?! type=\"module\" src=)|javascript:");
        for (Path template : files(CODE, ".jte")) {
            if (template.endsWith("notification/Mail.jte")) {
                continue;
            }
            assertThat(inline.matcher(Files.readString(template)).find())
                    .as("%s", template)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ink, paper, 7",
        "ink, surface, 7",
        "ink-2, paper, 4.5",
        "ink-2, surface, 4.5",
        "ink-2, sunken, 4.5",
        "good, surface, 4.5",
        "good, good-soft, 4.5",
        "warn, warn-soft, 4.5",
        "bad, surface, 4.5",
        "bad, paper, 4.5",
        "bad, bad-soft, 4.5",
        "ink, good-soft, 4.5",
        "ink, warn-soft, 4.5",
        "ink, bad-soft, 4.5",
        "line-strong, surface, 3",
        "line-strong, paper, 3",
        "focus, focus-seam, 3",
    })
    void the_tokens_that_stand_on_each_other_can_be_told_apart(String above, String below, double contrast) {
        Tokens tokens = Tokens.read();
        for (Map<String, Colour> scheme : List.of(tokens.light(), tokens.dark())) {
            assertThat(colour(scheme, above).contrast(colour(scheme, below))).isGreaterThanOrEqualTo(contrast);
        }
    }

    @Test
    void the_script_is_a_few_kilobytes() throws IOException {
        assertThat(Files.size(STYLES.resolveSibling("opal.js"))).isLessThan(8_000);
    }

    private static Colour colour(Map<String, Colour> scheme, String token) {
        return java.util.Objects.requireNonNull(scheme.get(token), token);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
