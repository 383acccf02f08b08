package fr.opalconnect.access;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One's own account at the desk.
///
/// @param away      the form of one's absence
/// @param codesLeft how many recovery codes are still good; -1 for who comes from the identity provider
/// @param note      the key of what was just done, or null
/// @param warns     whether that is something to watch
record StaffAccountView(
        SignedInStaff who,
        AwayView away,
        int codesLeft,
        List<StaffSession> sessions,
        Instant now,
        @Nullable String note,
        boolean warns,
        Mistakes mistakes) {
    boolean isThisOne(StaffSession session) {
        return session.id().equals(who.session());
    }

    /// Whether they have a password here.
    boolean hasPassword() {
        return codesLeft >= 0;
    }

    String device(Texts t, StaffSession session) {
        return SecurityView.device(t, session.device());
    }

    String seen(Texts t, StaffSession session) {
        return SecurityView.seen(t, session.seenAt(), isThisOne(session), now);
    }

    String when(Texts t, Instant at) {
        return SecurityView.when(t, at, now);
    }
}
