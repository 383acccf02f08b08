package fr.opalconnect.access;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Profil › Sécurité shows.
///
/// @param note the key of what was just done, or null
/// @param busy whether the form came back because too much was going on
record SecurityView(
        SignedInTenant who,
        List<Session> sessions,
        Instant now,
        @Nullable String note,
        boolean busy,
        Mistakes mistakes) {
    /// Longer than any use goes unnoted.
    private static final Duration JUST_NOW = SessionLife.NOTED_EVERY.plusMinutes(3);

    boolean isThisOne(Session session) {
        return session.id().equals(who.session());
    }

    String device(Texts t, Session session) {
        return device(t, session.device());
    }

    String when(Texts t, Instant at) {
        return when(t, at, now);
    }

    /// `maintenant`
    String seen(Texts t, Session session) {
        return seen(t, session.seenAt(), isThisOne(session), now);
    }

    /// When a session was used last, as exactly as is known: its use is noted now and then, so it was a moment later.
    ///
    /// @param here whether it is the one that asks
    static String seen(Texts t, Instant noted, boolean here, Instant now) {
        if (here) {
            return t.say("access.security.now");
        }
        return noted.isAfter(now.minus(JUST_NOW))
                ? t.say("access.security.just-now", JUST_NOW.toMinutes())
                : said(t, noted, now, ".about");
    }

    /// `Chrome sur Android`
    static String device(Texts t, String device) {
        String[] parts = device.split("\\|", 2);
        String browser = parts[0].isEmpty() ? t.say("access.security.browser") : parts[0];
        return parts.length < 2 || parts[1].isEmpty() ? browser : t.say("access.security.device", browser, parts[1]);
    }

    /// `aujourd’hui à 10 h 43`
    static String when(Texts t, Instant at, Instant now) {
        return said(t, at, now, "");
    }

    private static String said(Texts t, Instant at, Instant now, String exactly) {
        ZonedDateTime there = at.atZone(Texts.ZONE);
        LocalDate today = now.atZone(Texts.ZONE).toLocalDate();
        if (there.toLocalDate().equals(today)) {
            return t.say("access.security.today" + exactly, t.time(there));
        }
        return there.toLocalDate().equals(today.minusDays(1))
                ? t.say("access.security.yesterday" + exactly, t.time(there))
                : t.say("access.security.on", t.longDay(there.toLocalDate()));
    }
}
