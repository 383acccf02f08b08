package fr.opalconnect.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Days, hours, amounts and plurals, as each language writes them.
class TextsTest {
    private static final TextBundles BUNDLES = Bundles.ALL;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FRENCH     | lundi 23 novembre         | 23 novembre 2026          | novembre 2026         | 23/11/2026 | 5 h 07
            EASY       | lundi 23 novembre         | 23 novembre 2026          | novembre 2026         | 23/11/2026 | 5 h 07
            ENGLISH    | Monday 23 November        | 23 November 2026          | November 2026         | 23/11/2026 | 5:07
            SPANISH    | lunes, 23 de noviembre    | 23 de noviembre de 2026   | noviembre de 2026     | 23/11/2026 | 5:07
            PORTUGUESE | segunda-feira, 23 de novembro | 23 de novembro de 2026 | novembro de 2026     | 23/11/2026 | 05:07
            TURKISH    | 23 Kasım Pazartesi        | 23 Kasım 2026             | Kasım 2026            | 23.11.2026 | 05:07
            UKRAINIAN  | понеділок, 23 листопада   | 23 листопада 2026 р.      | листопад 2026 р.      | 23.11.2026 | 05:07
            ARABIC     | الاثنين 23 نوفمبر         | 23 نوفمبر 2026            | نوفمبر 2026           | 23/11/2026 | 05:07
            """)
    void days_are_written_as_people_write_them(
            Language language, String weekday, String longDay, String month, String shortDay, String time) {
        Texts t = BUNDLES.in(language);
        assertThat(t.weekday(DAY)).isEqualTo(weekday);
        assertThat(t.longDay(DAY)).isEqualTo(longDay);
        assertThat(t.month(YearMonth.from(DAY))).isEqualTo(month);
        assertThat(t.shortDay(DAY)).isEqualTo(shortDay);
        assertThat(t.time(ZonedDateTime.of(DAY.atTime(5, 7), Texts.ZONE)).replace('\u00a0', ' '))
                .isEqualTo(time);
    }

    @Test
    void the_first_of_a_month_is_a_first_in_french_only() {
        LocalDate first = LocalDate.of(2026, 3, 1);
        assertThat(BUNDLES.in(Language.FRENCH).longDay(first)).isEqualTo("1er mars 2026");
        assertThat(BUNDLES.in(Language.EASY).weekday(first)).isEqualTo("dimanche 1er mars");
        assertThat(BUNDLES.in(Language.FRENCH).longDay(LocalDate.of(2026, 3, 11)))
                .isEqualTo("11 mars 2026");
        assertThat(BUNDLES.in(Language.SPANISH).day(first)).isEqualTo("1 de marzo");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FRENCH     | −1 412,37 €
            ENGLISH    | −€1,412.37
            SPANISH    | −1.412,37 €
            PORTUGUESE | −1 412,37 €
            TURKISH    | −€1.412,37
            UKRAINIAN  | −1 412,37 €
            """)
    void amounts_have_their_sign_where_it_belongs(Language language, String written) {
        assertThat(BUNDLES.in(language).money(Money.ofCents(-141_237)).replaceAll("[\u00a0\u202f]", " "))
                .isEqualTo(written);
    }

    @Test
    void in_arabic_digits_are_western_and_an_amount_keeps_its_order() {
        assertThat(BUNDLES.in(Language.ARABIC).money(Money.ofCents(-41_237))).isEqualTo("\u2066−412,37\u00a0€\u2069");
    }

    @Test
    void what_is_filled_into_a_text_from_right_to_left_keeps_its_own_direction() {
        Texts mirrored = BUNDLES.in(Language.MIRRORED);
        assertThat(mirrored.say("ui.footer.phone", "12 rue Haute")).contains("\u206812 rue Haute\u2069");
        assertThat(mirrored.apart(mirrored.apart("03 23"))).isEqualTo("\u206803 23\u2069");
        assertThat(BUNDLES.in(Language.FRENCH).apart("03 23")).isEqualTo("03 23");
    }

    @ParameterizedTest
    @CsvSource({
        "FRENCH, 0, one",
        "FRENCH, 1, one",
        "FRENCH, 2, many",
        "ENGLISH, 0, many",
        "ENGLISH, 1, one",
        "SPANISH, 0, many",
        "TURKISH, 1, one",
        "TURKISH, 5, many",
        "PORTUGUESE, 2, many",
        "UKRAINIAN, 1, one",
        "UKRAINIAN, 2, few",
        "UKRAINIAN, 5, many",
        "UKRAINIAN, 11, many",
        "UKRAINIAN, 12, many",
        "UKRAINIAN, 21, one",
        "UKRAINIAN, 24, few",
        "UKRAINIAN, 112, many",
        "UKRAINIAN, 0, many",
        "ARABIC, 0, zero",
        "ARABIC, 1, one",
        "ARABIC, 2, two",
        "ARABIC, 3, few",
        "ARABIC, 10, few",
        "ARABIC, 11, many",
        "ARABIC, 103, few",
        "ARABIC, 100, many"
    })
    void plurals_are_those_of_cldr(Language language, long number, String form) {
        assertThat(language.plural(number)).isEqualTo(form);
    }

    @Test
    void a_locale_names_its_language() {
        for (Language language : Language.values()) {
            assertThat(Language.of(language.locale())).isEqualTo(language);
        }
        assertThat(Language.of(Locale.FRENCH)).isEqualTo(Language.FRENCH);
        assertThat(Language.of(Locale.ENGLISH)).isEqualTo(Language.ENGLISH);
        assertThat(Language.of(Locale.forLanguageTag("pt-BR"))).isEqualTo(Language.PORTUGUESE);
        assertThat(Language.of(Locale.JAPANESE)).isEqualTo(Language.FRENCH);
        assertThat(Language.of("xx")).isEqualTo(Language.FRENCH);
    }
}
