package fr.opalconnect.news;

import fr.opalconnect.tenancy.Area;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happens where tenants live.
///
/// @param titleEn    null with the text when it is said in French only
/// @param startsAt   when it happens; shown from `shownFrom` until `endsAt`
/// @param households how many it was sent to
/// @param writtenBy  the name of who wrote it last
public record Announcement(
        UUID id,
        Kind kind,
        Area area,
        String titleFr,
        String textFr,
        @Nullable String titleEn,
        @Nullable String textEn,
        Instant startsAt,
        Instant endsAt,
        Instant shownFrom,
        int households,
        Instant writtenAt,
        String writtenBy,
        @Nullable Instant withdrawnAt) {
    public enum Kind {
        WORKS,
        /// Water, power or heating is off for a while.
        CUT,
        EVENT;

        /// The key of its name in the message bundle.
        public String textKey() {
            return "news.kind." + name().toLowerCase(Locale.ROOT);
        }
    }

    public enum State {
        PLANNED,
        SHOWN,
        OVER,
        WITHDRAWN;

        public String textKey() {
            return "news.state." + name().toLowerCase(Locale.ROOT);
        }
    }

    public State state(Instant now) {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        if (!now.isBefore(endsAt)) {
            return State.OVER;
        }
        return now.isBefore(shownFrom) ? State.PLANNED : State.SHOWN;
    }

    public String title(Texts t) {
        return t.language() != Language.ENGLISH || titleEn == null ? titleFr : titleEn;
    }

    public String text(Texts t) {
        return t.language() != Language.ENGLISH || textEn == null ? textFr : textEn;
    }

    /// `le 26 novembre, de 8 h 00 à 12 h 00`, `du 26 novembre à 8 h 00 au 28 novembre à 17 h 00`
    public String when(Texts t) {
        ZonedDateTime from = startsAt.atZone(Texts.ZONE);
        ZonedDateTime until = endsAt.atZone(Texts.ZONE);
        LocalDate day = from.toLocalDate();
        return day.equals(until.toLocalDate())
                ? t.say("news.when.day", t.day(day), t.time(from), t.time(until))
                : t.say("news.when.days", t.day(day), t.time(from), t.day(until.toLocalDate()), t.time(until));
    }
}
