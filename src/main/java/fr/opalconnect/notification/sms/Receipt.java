package fr.opalconnect.notification.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a network tells of a message that it took. Never any of the message's own words: a code may be among them.
///
/// @param reference the gateway's number for the message, in whatever form it is told here
/// @param number    whose phone, as the gateway writes it; null when it does not say
/// @param failure   why, when it failed
/// @param words     what the gateway said, `UNDELIV 27`
/// @param doneAt    when it happened, by the gateway's clock
public record Receipt(
        String reference,
        @Nullable String number,
        Outcome outcome,
        @Nullable Failure failure,
        String words,
        @Nullable Instant doneAt) {
    public enum Outcome {
        /// It waits, or is being tried.
        ON_ITS_WAY,
        DELIVERED,
        FAILED,
        /// The network itself does not know.
        UNKNOWN
    }

    /// Why a phone did not get it, in the terms that help an agency.
    public enum Failure {
        NUMBER_UNKNOWN,
        PHONE_OFF,
        PHONE_FULL,
        BARRED,
        EXPIRED,
        REJECTED,
        NETWORK,
        OTHER
    }
}
