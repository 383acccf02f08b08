package fr.opalconnect.payment.provider;

/// What a notification is, once read.
public sealed interface Notice {
    /// Signed by the provider.
    record Says(Finding finding) implements Notice {}

    /// It proves nothing by itself: ask about the payment that began with this reference.
    record AskAbout(String providerReference) implements Notice {}

    /// @param why for the desk: `signature`, `field vads_amount`
    record NotGenuine(String why) implements Notice {}
}
