package fr.opalconnect.notification.sms;

import fr.opalconnect.kernel.Phone;
import java.time.Duration;

/// Brings a text message to a phone.
public interface SmsGateway {
    /// @param life how long the message is worth delivering
    Answer send(Phone to, String text, Duration life);

    /// What became of it.
    sealed interface Answer {
        /// @param reference the gateway's own number for it
        record Taken(String reference) implements Answer {}

        /// It will never be taken: the number, the sender, the credit.
        record Refused(String reason) implements Answer {}

        /// Nobody knows; worth another try.
        record Unreachable(String reason) implements Answer {}
    }
}
