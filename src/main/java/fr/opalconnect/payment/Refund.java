package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Money to be given back: prepared here, made by a person at the provider's.
///
/// @param message        in which the provider told of a second charge, when it is for that
/// @param endedReference the provider's number for it, or why it was dropped
record Refund(
        UUID id,
        UUID payment,
        @Nullable Long message,
        Money amount,
        Reason reason,
        String note,
        State state,
        Instant preparedAt,
        String preparedBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String endedReference) {
    enum Reason {
        /// The provider took the money of one payment twice.
        SECOND_CHARGE,
        /// Two payments for the same rent.
        PAID_TWICE,
        TOO_MUCH,
        OTHER;

        String textKey() {
            return "payment.refund.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    enum State {
        PREPARED,
        MADE,
        DROPPED;

        String textKey() {
            return "payment.refund.state." + name().toLowerCase(Locale.ROOT);
        }
    }
}
