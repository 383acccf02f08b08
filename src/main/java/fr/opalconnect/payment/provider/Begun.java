package fr.opalconnect.payment.provider;

/// What came of announcing a payment.
public sealed interface Begun {
    /// @param providerReference under which it is asked for later, and which [Notice.AskAbout] names
    record Ready(String providerReference, Checkout checkout) implements Begun {}

    /// It will not take this one.
    ///
    /// @param reason for the log and the desk, without personal data
    record Refused(String reason) implements Begun {}

    /// Nobody knows; nobody can pay there now, and nothing was taken.
    record Unreachable(String reason) implements Begun {}
}
