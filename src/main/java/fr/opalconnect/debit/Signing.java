package fr.opalconnect.debit;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.TenantNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A signature on its way: what a tenant typed, reads, and is about to sign with a code.
///
/// @param session that began it, and alone may go on
/// @param mandate whose account it changes; null for a new mandate
/// @param sends   how many codes were sent
@SuppressWarnings("ArrayRecordComponent") // never compared
record Signing(
        UUID id,
        UUID session,
        TenantNumber tenant,
        LeaseNumber lease,
        @Nullable UUID mandate,
        String rum,
        String holder,
        byte[] sealed,
        String masked,
        int day,
        Locale language,
        Wording wording,
        Instant begunAt,
        int sends,
        @Nullable Instant sentAt,
        int wrongTries,
        @Nullable Instant endedAt) {
    /// Time to read, and for the last code to live its whole life.
    static final Duration LIFE = Duration.ofMinutes(40);

    /// Between one code and the next, as for activation: 0, 1, 2, 5 and 10 minutes after the first.
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofMinutes(5));

    boolean isOpen(Instant now) {
        return endedAt == null && now.isBefore(begunAt.plus(LIFE));
    }

    boolean isChange() {
        return mandate != null;
    }

    /// When a code may be asked for; null when there will be no more.
    @Nullable
    Instant nextSendAt() {
        if (sentAt == null) {
            return begunAt;
        }
        return sends > PAUSES.size() ? null : sentAt.plus(PAUSES.get(sends - 1));
    }
}
