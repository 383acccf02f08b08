package fr.opalconnect.notification.sms;

import fr.opalconnect.kernel.Phone;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings a text message to a phone.
public interface SmsGateway extends AutoCloseable {
    /// @param life how long the message is worth delivering
    Answer send(Phone to, String text, Duration life);

    /// What became of a message that was taken, for gateways that tell it only when they are asked.
    ///
    /// @return null when nothing is known, or when it tells by itself
    default @Nullable Receipt ask(String reference) {
        return null;
    }

    /// Whether it must be asked.
    default boolean mustBeAsked() {
        return false;
    }

    @Override
    default void close() {}

    /// Where receipts go that come by themselves.
    interface Receipts {
        /// Returns when it is kept; throws when it could not be, and then it must come again.
        void take(String gateway, Receipt receipt);
    }

    /// What became of it.
    sealed interface Answer {
        /// @param references the gateway's own number for each part of it
        record Taken(List<String> references) implements Answer {
            public Taken {
                references = List.copyOf(references);
            }

            public Taken(String reference) {
                this(List.of(reference));
            }
        }

        /// It will never be taken here: the number, the sender, the credit.
        record Refused(String reason) implements Answer {}

        /// It was certainly not taken; worth another try.
        record Unreachable(String reason) implements Answer {}

        /// The gateway is there and takes no more just now.
        record Busy(String reason) implements Answer {}

        /// It was handed over and no answer came: it may be on its way, or lost.
        record Unknown(String reason) implements Answer {}
    }
}
