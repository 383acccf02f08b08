package fr.opalconnect.access;

import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form of the code, as it comes first or comes back.
///
/// @param typed what stands in it
/// @param note  the key of what just happened, or null
record CodeView(
        Claim claim, Instant now, String typed, @Nullable String note, Mistakes mistakes) {
    /// How long until a new code may be asked for; 0 when it may be now.
    long secondsToWait() {
        Instant next = claim.nextSendAt();
        return next == null
                ? 0
                : Math.max(0, Duration.between(now, next).plusMillis(999).toSeconds());
    }

    boolean mayAskAgain() {
        return claim.nextSendAt() != null;
    }

    /// The minute in which a new code may be asked for from its beginning.
    String nextSend(Texts t) {
        ZonedDateTime at = now.plusSeconds(secondsToWait()).atZone(Texts.ZONE);
        return t.time(at.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES));
    }

    /// Classes that let the button appear at its time without a script.
    String waitClasses() {
        long seconds = secondsToWait();
        return seconds == 0 ? "" : "wait m%d t%d u%d".formatted(seconds / 60, seconds % 60 / 10, seconds % 10);
    }

    String shownPhone() {
        return Objects.requireNonNull(claim.shownPhone(), "this page is shown for claims with a phone");
    }
}
