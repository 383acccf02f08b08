package fr.opalconnect.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A text message that waits to be sent.
///
/// @param recipient `+33641207742`; null for nobody
/// @param tries     how often it was tried already
record Delivery(UUID id, @Nullable String recipient, String message, int tries, Instant validUntil) {
    /// How it ended.
    enum Ending {
        SENT,
        /// The gateway will never take it.
        REFUSED,
        /// The gateway could not be reached in time, or the landlord's limit was spent.
        FAILED,
        /// It waited until it was not worth sending.
        EXPIRED,
        /// There was nobody to send it to.
        NOBODY
    }
}
