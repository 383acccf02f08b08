package fr.opalconnect.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A text message that waits to be sent.
///
/// @param recipient `+33641207742`; null for nobody
/// @param tries     how often it was tried already
record Delivery(UUID id, @Nullable String recipient, String message, int tries, Instant stagedAt, Instant validUntil) {
    /// Codes live for minutes: somebody sits there and waits. News live for hours.
    private static final Duration URGENT = Duration.ofHours(1);

    /// How it ended, or stands.
    enum Ending {
        /// A gateway took it.
        SENT,
        /// The phone has it.
        DELIVERED,
        /// The network says that the phone did not get it.
        UNDELIVERED,
        /// It was handed over, no answer came, and it was not sent again.
        UNKNOWN,
        /// The gateway will never take it.
        REFUSED,
        /// The gateway could not be reached in time, or the landlord's limit was spent.
        FAILED,
        /// It waited until it was not worth sending.
        EXPIRED,
        /// There was nobody to send it to.
        NOBODY
    }

    boolean isUrgent() {
        return !validUntil.isAfter(stagedAt.plus(URGENT));
    }
}
