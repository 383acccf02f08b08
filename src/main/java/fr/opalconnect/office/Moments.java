package fr.opalconnect.office;

import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/// Times as a desk says them: brief.
final class Moments {
    private Moments() {}

    static ZonedDateTime at(Instant at) {
        return at.atZone(Texts.ZONE);
    }

    static LocalDate day(Instant at) {
        return at(at).toLocalDate();
    }

    /// In a list: `9 h 12`, `hier`, `12 novembre`, `12/11/2025`.
    static String brief(Texts t, Instant at, Instant now) {
        LocalDate day = day(at);
        LocalDate today = day(now);
        if (day.equals(today)) {
            return t.time(at(at));
        }
        if (day.equals(today.minusDays(1))) {
            return t.say("office.yesterday");
        }
        return day.getYear() == today.getYear() ? t.day(day) : t.shortDay(day);
    }

    /// `il y a 35 min`, `il y a 3 h`, `hier`, `le 12 novembre 2026`
    static String ago(Texts t, Instant at, Instant now) {
        Duration passed = Duration.between(at, now);
        if (passed.compareTo(Duration.ofMinutes(1)) < 0) {
            return t.say("office.ago.seconds", Math.max(0, passed.toSeconds()));
        }
        if (passed.compareTo(Duration.ofHours(1)) < 0) {
            return t.say("office.ago.minutes", passed.toMinutes());
        }
        LocalDate day = day(at);
        if (day.equals(day(now))) {
            return t.say("office.ago.hours", passed.toHours());
        }
        return day.equals(day(now).minusDays(1)) ? t.say("office.yesterday") : t.say("office.on-day", t.longDay(day));
    }

    /// Between the messages: `aujourd'hui`, `hier`, `lundi 23 novembre`.
    static String heading(Texts t, LocalDate day, Instant now) {
        LocalDate today = day(now);
        if (day.equals(today)) {
            return t.say("office.today");
        }
        return day.equals(today.minusDays(1)) ? t.say("office.yesterday") : t.weekday(day);
    }

    /// `mardi 24 novembre, de 8 h 00 à 10 h 00`
    static String span(Texts t, Instant from, Instant until) {
        return t.say("office.span", t.weekday(day(from)), t.time(at(from)), t.time(at(until)));
    }
}
