package fr.opalconnect.payment.provider;

/// What the provider answers when it is asked. `raw` is kept.
public sealed interface Asked {
    record Found(Finding finding, String raw) implements Asked {}

    /// It never heard of it: the browser has not been there (yet).
    record Unknown(String raw) implements Asked {}

    /// It knows of it, and has no result that would last.
    record NotYet(String raw) implements Asked {}

    /// It has forgotten it, for good: no result will ever come from here.
    record Gone(String raw) implements Asked {}

    /// Nobody knows; worth another try.
    record Unreachable(String reason) implements Asked {}
}
