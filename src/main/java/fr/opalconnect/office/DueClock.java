package fr.opalconnect.office;

import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// By when the agency owes an answer, in words: colour only repeats them.
final class DueClock {
    private static final Duration SOON = Duration.ofHours(2);

    private DueClock() {}

    /// `échéance aujourd'hui 17 h 00`, `échéance demain 10 h 00`, `échéance mardi 1er décembre`,
    /// `en retard depuis hier 16 h 00`
    static String sentence(Texts t, Instant due, Instant now) {
        ZonedDateTime at = due.atZone(Texts.ZONE);
        LocalDate day = at.toLocalDate();
        LocalDate today = now.atZone(Texts.ZONE).toLocalDate();
        boolean late = due.isBefore(now);
        if (day.equals(today)) {
            return t.say(late ? "office.late.today" : "office.due.today", t.time(at));
        }
        if (late) {
            return day.equals(today.minusDays(1))
                    ? t.say("office.late.yesterday", t.time(at))
                    : t.say("office.late.day", t.day(day));
        }
        return day.equals(today.plusDays(1))
                ? t.say("office.due.tomorrow", t.time(at))
                : t.say("office.due.day", t.weekday(day));
    }

    /// In a list: the day in short, `échéance mer. 25 nov.`
    static String brief(Texts t, Instant due, Instant now) {
        boolean near =
                due.isBefore(now) || !Moments.day(due).isAfter(Moments.day(now).plusDays(1));
        return near
                ? sentence(t, due, now)
                : t.say("office.due.day", Moments.at(due).format(DateTimeFormatter.ofPattern("EEE d MMM", t.locale())));
    }

    static Tone tone(Instant due, Instant now) {
        if (due.isBefore(now)) {
            return Tone.BAD;
        }
        return due.isBefore(now.plus(SOON)) ? Tone.WARN : Tone.PLAIN;
    }
}
