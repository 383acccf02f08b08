package fr.opalconnect.payment;

/// What became of a provider's message.
public enum Verdict {
    /// The payment took a step.
    MOVED,
    /// It says what is known.
    KNOWN,
    /// It was overtaken: what is known is later, and stays.
    OVERTAKEN,
    /// It proves nothing by itself; the provider is asked.
    ASKED,
    /// Nothing final yet.
    NOT_YET,
    /// Another amount, currency, mode or direction than the payment's.
    MISFIT,
    /// The provider took money for one payment twice: a refund is to be prepared.
    SECOND_CHARGE,
    /// No payment of ours.
    FOREIGN,
    /// Not from the provider.
    NOT_GENUINE;

    /// Whether somebody of the office should look at it.
    public boolean wantsEyes() {
        return switch (this) {
            case MISFIT, SECOND_CHARGE, FOREIGN, NOT_GENUINE -> true;
            case MOVED, KNOWN, OVERTAKEN, ASKED, NOT_YET -> false;
        };
    }
}
