package fr.opalconnect.notification.mail;

/// Brings a letter to a mailbox.
public interface MailGateway {
    Answer send(Mail mail);

    /// What became of it. That it was taken does not say that it arrived: it may still come back.
    sealed interface Answer {
        /// @param reference the letter's Message-ID
        record Taken(String reference) implements Answer {}

        /// It will never be taken: the address, what is in it.
        record Refused(String reason) implements Answer {}

        /// Nobody knows; worth another try.
        record Unreachable(String reason) implements Answer {}
    }
}
