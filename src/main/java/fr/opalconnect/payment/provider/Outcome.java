package fr.opalconnect.payment.provider;

/// Where a payment stands, in the words all providers share.
public enum Outcome {
    PAID,
    /// The bank has not decided yet.
    RUNNING,
    REFUSED,
    ABANDONED,
    EXPIRED,
    /// It was paid, and then the money did not come.
    FAILED_LATER
}
