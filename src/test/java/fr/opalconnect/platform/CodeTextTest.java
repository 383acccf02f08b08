package fr.opalconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.notification.sms.Gsm7;
import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.Bundles;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTextTest {
    private static final Brand.Colours NONE = new Brand.Colours("", "", "", "");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void the_text_is_one_message_that_names_its_sender_and_ends_with_the_bound_line(String language) {
        String text = text("locataires.opal02.fr").of("access.sms.code", new Code("407123"), Locale.of(language));
        assertThat(Gsm7.length(text)).isBetween(1, Gsm7.ONE_MESSAGE);
        assertThat(text).startsWith("OPALHABITAT").contains("407123").endsWith("\n@locataires.opal02.fr #407123");
    }

    @Test
    void a_language_that_the_product_does_not_speak_gets_french() {
        assertThat(CodeText.language("EN").getLanguage()).isEqualTo("en");
        assertThat(CodeText.language("pl")).isEqualTo(Locale.FRENCH);
        assertThat(CodeText.language(null)).isEqualTo(Locale.FRENCH);
    }

    private static CodeText text(String site) {
        Brand brand = new Brand("App", "OPAL", "OPALHABITAT", "03 23 23 62 00", "", Map.of(), "", NONE, NONE, "none");
        return new CodeText(Bundles.ALL, brand, site);
    }
}
