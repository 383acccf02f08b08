package fr.opalconnect.conversation;

import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;

/// Times as people say them.
final class When {
    private When() {}

    static ZonedDateTime at(Instant at) {
        return at.atZone(Texts.ZONE);
    }

    static LocalDate day(Instant at) {
        return at(at).toLocalDate();
    }

    /// `9 h 12`
    static String time(Texts t, Instant at) {
        return t.time(at(at));
    }

    /// Above the messages of a day: `Aujourd'hui`, `Hier`, `Lundi 23 novembre`, with the year when it is another.
    static String heading(Texts t, LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return t.say("conversation.today");
        }
        if (day.equals(today.minusDays(1))) {
            return t.say("conversation.yesterday");
        }
        String name = t.weekday(day) + (day.getYear() == today.getYear() ? "" : " " + day.getYear());
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /// In a list: the time today, else the day.
    static String brief(Texts t, Instant at, LocalDate today) {
        LocalDate day = day(at);
        return day.equals(today) ? time(t, at) : day.getYear() == today.getYear() ? t.day(day) : t.shortDay(day);
    }

    /// `mardi 24 novembre à 17 h 00`
    static String full(Texts t, Instant at) {
        return t.say("conversation.at", t.weekday(day(at)), time(t, at));
    }

    /// `mardi 24 novembre, de 8 h 00 à 10 h 00`
    static String slot(Texts t, Slot slot) {
        return t.say(
                "conversation.slot.times",
                t.weekday(day(slot.startsAt())),
                time(t, slot.startsAt()),
                time(t, slot.endsAt()));
    }
}
