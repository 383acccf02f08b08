package fr.opalconnect.news;

import fr.opalconnect.landlord.Agency;
import fr.opalconnect.tenancy.Area;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The announcements of somebody's agencies.
///
/// @param done what was just done; null when nothing was
record AnnouncementsView(
        List<Announcement> announcements,
        List<Agency> agencies,
        @Nullable String done,
        Instant now) {
    @Nullable
    String said() {
        return done != null && Set.of("envoyee", "retiree").contains(done) ? "news.done." + done : null;
    }

    static Tone tone(Announcement.State state) {
        return switch (state) {
            case SHOWN -> Tone.GOOD;
            case PLANNED -> Tone.INFO;
            case OVER, WITHDRAWN -> Tone.PLAIN;
        };
    }

    boolean mayChange(Announcement one) {
        return switch (one.state(now)) {
            case SHOWN, PLANNED -> true;
            case OVER, WITHDRAWN -> false;
        };
    }

    String where(Texts t, Announcement one) {
        return where(t, one.area(), agencies);
    }

    static String where(Texts t, Area area, List<Agency> agencies) {
        if (area.agencyCode() == null) {
            return t.say("news.everywhere");
        }
        String agency = agencies.stream()
                .filter(each -> each.code().equals(area.agencyCode()))
                .map(Agency::name)
                .findFirst()
                .orElse(area.agencyCode());
        return area.estate() == null ? agency : area.place();
    }
}
