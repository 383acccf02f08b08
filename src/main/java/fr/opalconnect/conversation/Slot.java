package fr.opalconnect.conversation;

import java.time.Instant;
import java.util.UUID;

/// A time at which somebody could come by.
public record Slot(UUID id, Instant startsAt, Instant endsAt, State state) {
    public enum State {
        OFFERED,
        CHOSEN,
        DECLINED,
        /// Offered before, and no longer.
        WITHDRAWN
    }

    /// Times to offer.
    public record Times(Instant startsAt, Instant endsAt) {
        public Times {
            if (!endsAt.isAfter(startsAt)) {
                throw new IllegalArgumentException("a slot ends after it starts");
            }
        }
    }
}
