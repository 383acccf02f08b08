package fr.opalconnect.access;

import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// What the page of too many tries shows.
///
/// @param back where to try again
record TooManyView(Instant until, Instant now, String back) {
    /// `10 h 43`, or `demain`'s date with it; the minute that has begun counts whole.
    String until(Texts t) {
        ZonedDateTime at = until.atZone(Texts.ZONE).plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
        return at.toLocalDate().equals(now.atZone(Texts.ZONE).toLocalDate())
                ? t.say("access.too-many.today", t.time(at))
                : t.say("access.too-many.later", t.day(at.toLocalDate()), t.time(at));
    }
}
