package fr.opalconnect.landlord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lun-ven 9:00-12:00 14:00-17:00 | 09:00-12:00+14:00-17:00 x5",
                "du lundi au vendredi,/8 h 30 – 12 h et 13 h 30 – 17 h | 08:30-12:00+13:30-17:00 x5",
                "du lundi au vendredi, de 8 h 30 à 12 h et de 13 h 30 à 17 h | 08:30-12:00+13:30-17:00 x5",
                "Du lundi au vendredi : 8h30 - 12h | 08:30-12:00 x5",
                "LUN–VEN 8 heures à 16 heures | 08:00-16:00 x5",
            })
    void hours_are_read_as_people_write_them(String text, String week) {
        OpeningHours hours = Objects.requireNonNull(OpeningHours.read(text.replace('/', '\n')));
        String monday = day(hours, DayOfWeek.MONDAY);
        long same = Arrays.stream(DayOfWeek.values())
                .filter(day -> day(hours, day).equals(monday))
                .count();
        assertThat(monday + " x" + same).isEqualTo(week);
    }

    @org.junit.jupiter.api.Test
    void days_may_have_hours_of_their_own() {
        OpeningHours hours = Objects.requireNonNull(
                OpeningHours.read("lundi, mardi et jeudi 9h-12h 14h-17h ; mercredi : 9h à 12h ; samedis 10h-11h30"));
        assertThat(day(hours, DayOfWeek.TUESDAY)).isEqualTo("09:00-12:00+14:00-17:00");
        assertThat(day(hours, DayOfWeek.WEDNESDAY)).isEqualTo("09:00-12:00");
        assertThat(day(hours, DayOfWeek.THURSDAY)).isEqualTo("09:00-12:00+14:00-17:00");
        assertThat(day(hours, DayOfWeek.FRIDAY)).isEmpty();
        assertThat(day(hours, DayOfWeek.SATURDAY)).isEqualTo("10:00-11:30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sur rendez-vous",
                "du lundi au vendredi",
                "9h-12h",
                "lundi 9h",
                "lundi 12h-9h",
                "lundi 9h-25h",
                "lun-ven 9h-12h, fermé le mercredi",
                "lun-ven 9h-12h 11h-17h",
                "lun-ven 9h-12h, samedi"
            })
    void what_says_more_or_less_than_days_and_hours_is_left_to_people(String text) {
        assertThat(OpeningHours.read(text)).isNull();
    }

    private static String day(OpeningHours hours, DayOfWeek day) {
        return hours.on(day).stream()
                .map(span -> span.from() + "-" + span.until())
                .collect(Collectors.joining("+"));
    }
}
