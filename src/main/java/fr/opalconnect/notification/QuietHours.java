package fr.opalconnect.notification;

import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// The hours in which what can wait does wait, by the clock where the dwellings are.
///
/// @param from the hour at which they begin, 0 to 23
/// @param to   the hour at which they end; the same one for none at all
record QuietHours(int from, int to) {
    QuietHours {
        if (from < 0 || from > 23 || to < 0 || to > 23) {
            throw new IllegalArgumentException("an hour is 0 to 23");
        }
    }

    boolean any() {
        return from != to;
    }

    /// When they end, or null when it is not quiet now.
    @Nullable
    Instant endAfter(Instant now) {
        ZonedDateTime here = now.atZone(Texts.ZONE);
        int hour = here.getHour();
        boolean quiet = from < to ? hour >= from && hour < to : any() && (hour >= from || hour < to);
        if (!quiet) {
            return null;
        }
        ZonedDateTime end = here.toLocalDate().atTime(to, 0).atZone(Texts.ZONE);
        return (end.isAfter(here)
                        ? end
                        : here.toLocalDate().plusDays(1).atTime(to, 0).atZone(Texts.ZONE))
                .toInstant();
    }
}
