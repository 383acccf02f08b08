package fr.opalconnect.office;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ui.Bundles;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Tone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueClockTest {
    private static final Texts FRENCH = Bundles.ALL.in(Locale.FRENCH);
    private static final Instant NOW = at("2026-11-23T14:00");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T17:00, échéance aujourd’hui 17 h 00, PLAIN",
        "2026-11-23T15:30, échéance aujourd’hui 15 h 30, WARN",
        "2026-11-24T10:00, échéance demain 10 h 00, PLAIN",
        "2026-12-01T10:00, échéance mardi 1er décembre, PLAIN",
        "2026-11-23T13:00, en retard depuis 13 h 00, BAD",
        "2026-11-22T23:00, en retard depuis hier 23 h 00, BAD",
        "2026-11-12T09:00, en retard depuis le 12 novembre, BAD",
    })
    void what_is_late_says_so_in_words(String due, String sentence, Tone tone) {
        assertThat(DueClock.sentence(FRENCH, at(due), NOW).replaceAll("\\p{Z}", " "))
                .isEqualTo(sentence);
        assertThat(DueClock.tone(at(due), NOW)).isEqualTo(tone);
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(Texts.ZONE).toInstant();
    }
}
