package fr.opalconnect.notification.push;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Brings a few words to a browser, through the push service that the browser itself has chosen.
public interface PushGateway {
    /// The most that a message may hold: what all push services take, less what its encryption adds.
    int MOST = 3_000;

    /// @param payload at most [#MOST] bytes; the push service cannot read it
    /// @param life    how long it waits for a phone that is switched off
    /// @param topic   a later message of the same topic takes the place of one that still waits; at most 32
    ///                letters of the base64url alphabet
    Answer send(Subscription to, byte[] payload, Duration life, Urgency urgency, @Nullable String topic);

    /// What a phone that saves its battery is told at once, RFC 8030 §5.3.
    enum Urgency {
        LOW,
        NORMAL,
        HIGH
    }

    /// What became of it.
    sealed interface Answer {
        /// @param reference the push service's own address for it; may be empty
        record Taken(String reference) implements Answer {}

        /// The browser does not want any more: nothing will ever arrive at this subscription.
        record Gone() implements Answer {}

        /// It will never be taken, but another may.
        record Refused(String reason) implements Answer {}

        /// Nobody knows; worth another try.
        ///
        /// @param pause how long the push service wants to be left alone; null when it does not say
        record Unreachable(String reason, @Nullable Duration pause) implements Answer {}
    }
}
