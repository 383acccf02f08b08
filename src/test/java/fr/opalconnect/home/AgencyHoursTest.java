package fr.opalconnect.home;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.landlord.Agency;
import fr.opalconnect.ui.Bundles;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.TextBundles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencyHoursTest {
    private static final TextBundles BUNDLES = Bundles.ALL;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FRENCH     | Du lundi au vendredi, 8_h_30 – 12_h et 13_h_30 – 17_h
            EASY       | Du lundi au vendredi, 8_h_30 – 12_h et 13_h_30 – 17_h
            ENGLISH    | Monday to Friday, 8:30 to 12:00 and 13:30 to 17:00
            SPANISH    | De lunes a viernes, de 8:30 a 12:00 y de 13:30 a 17:00
            PORTUGUESE | De segunda-feira a sexta-feira, das 08:30 às 12:00 e das 13:30 às 17:00
            TURKISH    | Pazartesi–Cuma, 08:30–12:00 ve 13:30–17:00
            UKRAINIAN  | Понеділок – пʼятниця, з 08:30 до 12:00 і з 13:30 до 17:00
            ARABIC     | من الاثنين إلى الجمعة، من 08:30 إلى 12:00 ومن 13:30 إلى 17:00
            """)
    void an_agency_is_open_in_the_language_of_the_page(Language language, String said) {
        assertThat(say(language, "du lundi au vendredi, 8 h 30 – 12 h et 13 h 30 – 17 h"))
                .isEqualTo(said.replace('_', '\u00a0'));
    }

    @Test
    void days_with_hours_of_their_own_have_a_line_of_their_own() {
        assertThat(say(Language.ENGLISH, "lundi, mardi et jeudi 9h-12h ; samedi 10h-11h30"))
                .isEqualTo("Monday to Tuesday, 9:00 to 12:00\nThursday, 9:00 to 12:00\nSaturday, 10:00 to 11:30");
    }

    @Test
    void what_says_more_than_days_and_hours_stays_as_the_erp_wrote_it() {
        assertThat(say(Language.ARABIC, "sur rendez-vous")).isEqualTo("Sur rendez-vous");
        assertThat(say(Language.ARABIC, null)).isNull();
    }

    private static @Nullable String say(Language language, @Nullable String hours) {
        String said = AgencyHours.say(
                BUNDLES.in(language), new Agency("LAO", "Agence de Laon", null, null, null, null, null, hours));
        return said == null ? null : said.replaceAll("[\u2066-\u2069]", "");
    }
}
