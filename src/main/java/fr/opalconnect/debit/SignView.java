package fr.opalconnect.debit;

import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// What is signed, and the form of the code.
///
/// @param sent  what became of the latest code
/// @param phone masked
/// @param bank  of the IBAN; null when it is not known
/// @param typed what stands in the code's field
/// @param note  the key of what just happened, or null
record SignView(
        Signing signing,
        @Nullable CodeSent sent,
        Instant now,
        String phone,
        @Nullable String bank,
        String typed,
        @Nullable String note,
        Mistakes mistakes,
        DebitSettings settings) {
    /// What the signed text says, where the page is in a language that we do not sign in.
    @Nullable
    Wording translated(Texts t) {
        boolean same = t.french() || t.language() == Language.of(signing.language());
        return same ? null : signing.wording().translated(t, settings, signing.day());
    }

    /// How long until a new code may be asked for; 0 when it may be now.
    long secondsToWait() {
        Instant next = signing.nextSendAt();
        return next == null
                ? 0
                : Math.max(0, Duration.between(now, next).plusMillis(999).toSeconds());
    }

    boolean mayAskAgain() {
        return signing.nextSendAt() != null;
    }

    /// The hour at which a new code may be asked for, to the second.
    String nextSend() {
        ZonedDateTime at = now.plusSeconds(secondsToWait()).atZone(Texts.ZONE);
        return "%02d:%02d:%02d".formatted(at.getHour(), at.getMinute(), at.getSecond());
    }

    /// Classes that let the button appear at its time without a script.
    String waitClasses() {
        long seconds = secondsToWait();
        return seconds == 0 ? "" : "wait m%d t%d u%d".formatted(seconds / 60, seconds % 60 / 10, seconds % 10);
    }

    String back() {
        return signing.isChange() ? BeginPage.CHANGE : BeginPage.PATH;
    }
}
