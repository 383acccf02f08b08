package fr.opalconnect.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;

class BrandCheckTest {
    @TempDir
    Path folder;

    @Test
    void the_brand_that_comes_with_the_program_can_be_used() {
        assertThatCode(() -> new BrandCheck(brand("product", "OPAL Connect’"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "light.main, #5cc6d6, opal.brand.light.main (#5cc6d6) on the light surface (#ffffff)",
        "light.ink, #777777, opal.brand.light.ink (#777777) on opal.brand.light.main (#0b5c6b)",
        "light.soft, #0b5c6b, the light text (#162226) on opal.brand.light.soft (#0b5c6b)",
        "dark.main, #0b5c6b, opal.brand.dark.main (#0b5c6b) on the dark surface (#182023)",
        "dark.strong, #555555, opal.brand.dark.strong (#555555) on the dark paper (#0f1517)",
        "dark.ink, #8fdce8, opal.brand.dark.ink (#8fdce8) on opal.brand.dark.main (#5cc6d6)",
    })
    void a_colour_that_people_could_not_read_stops_the_start(String setting, String value, String fault) {
        assertThat(faults(setting, value)).anyMatch(said -> said.startsWith(fault) && said.contains("contrast of"));
    }

    @Test
    void white_is_readable_all_along_the_gradient_not_only_on_its_stops() {
        assertThat(faults("gradient", "#07424d 0%, #9fd8a0 50%, #6a4fb0 100%"))
                .anyMatch(fault -> fault.contains("opal.brand.gradient (#9fd8a0)"))
                .hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#12345", "#07424d 0%", "#07424d 0%, url(x) 100%"})
    void a_gradient_is_only_ever_made_of_colours(String gradient) {
        assertThat(faults("gradient", gradient)).singleElement().asString().startsWith("opal.brand.gradient: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OP", "OPAL Connect’", "OPAL-HABITAT", "OPALHABITAT02", "38600", ""})
    void a_sender_that_operators_refuse_is_refused_here_first(String sender) {
        assertThat(faults("sender", sender)).singleElement().asString().startsWith("opal.brand.sender is");
    }

    @Test
    void what_is_missing_is_named() {
        assertThat(faults("product", " ")).containsExactly("opal.brand.product is not set");
        assertThat(faults("light.main", "teal"))
                .containsExactly("opal.brand.light.main: 'teal' is not a colour of the form #rrggbb");
        assertThat(faults("phone", "appelez-nous")).singleElement().asString().contains("not a phone number");
    }

    @Test
    void a_logo_is_a_small_picture_inside_the_style_sheet() throws IOException {
        Path logo = folder.resolve("logo.svg");
        Files.writeString(logo, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 30'><path d='M0 0h9'/></svg>");
        Brand brand = brand("logo", logo.toString());
        assertThatCode(() -> new BrandCheck(brand)).doesNotThrowAnyException();
        assertThat(BrandStyle.css(brand)).contains("inline-size: 6.00rem", "url(\"data:image/svg+xml;base64,PHN2");
    }

    @Test
    void a_logo_that_is_no_picture_or_too_heavy_stops_the_start() throws IOException {
        Path text = Files.writeString(folder.resolve("logo.svg"), "<html></html>");
        assertThat(faults("logo", text.toString()))
                .singleElement()
                .asString()
                .contains("neither a PNG file nor an SVG");
        Path heavy = Files.write(folder.resolve("logo.png"), new byte[20_000]);
        assertThat(faults("logo", heavy.toString())).singleElement().asString().contains("at most 10000");
        assertThat(faults("logo", "nowhere.png")).singleElement().asString().contains("cannot be read");
    }

    @Test
    void the_message_is_one_sentence_whatever_the_number_of_faults() {
        UnusableBrand stop = stop("gradient", "#ffffff 0%, #ffffff 100%");
        assertThat(stop).hasMessageStartingWith("The brand cannot be used: ").hasMessageEndingWith("; and 8 more.");
    }

    private static List<String> faults(String setting, String value) {
        return stop(setting, value).faults();
    }

    private static UnusableBrand stop(String setting, String value) {
        return catchThrowableOfType(UnusableBrand.class, () -> new BrandCheck(brand(setting, value)));
    }

    /// The brand of the program with one setting changed.
    private static Brand brand(String setting, String value) {
        Properties settings = new Properties();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("brand.properties").getInputStream(), StandardCharsets.UTF_8)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        settings.put("opal.brand." + setting, value);
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("opal.brand", Brand.class);
    }
}
