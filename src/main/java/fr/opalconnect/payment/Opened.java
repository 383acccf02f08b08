package fr.opalconnect.payment;

import fr.opalconnect.payment.provider.Checkout;

/// What came of wanting to pay.
sealed interface Opened {
    /// The browser goes to the bank's page.
    record Leads(Payment payment, Checkout checkout) implements Opened {}

    /// That intention was told before: this is where it stands.
    record Stands(Payment payment) implements Opened {}

    /// The bank's page cannot be opened now; nothing was taken.
    record Closed(Payment payment) implements Opened {}

    /// Nothing can be paid by card here, or not this amount.
    record NotOffered() implements Opened {}
}
