package fr.opalconnect.account;

import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// Says from when the figures are; every page with a balance does.
public final class Freshness {
    private Freshness() {}

    /// @return `Informations à jour ce matin à 5 h 12`, `… hier à …`, `… le 21 novembre à …`
    public static String sentence(Texts t, @Nullable Instant figuresAt, LocalDate today) {
        if (figuresAt == null) {
            return t.say("account.fresh.never");
        }
        ZonedDateTime at = figuresAt.atZone(Texts.ZONE);
        LocalDate day = at.toLocalDate();
        if (day.equals(today)) {
            return t.say(at.getHour() < 12 ? "account.fresh.morning" : "account.fresh.today", t.time(at));
        }
        if (day.equals(today.minusDays(1))) {
            return t.say("account.fresh.yesterday", t.time(at));
        }
        return t.say("account.fresh.day", t.longDay(day), t.time(at));
    }
}
