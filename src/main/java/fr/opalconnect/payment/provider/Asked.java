package fr.opalconnect.payment.provider;

import java.util.List;

/// What the provider answers when it is asked. `raw` is kept.
public sealed interface Asked {
    /// @param finding what matters most
    /// @param others  further money that was taken for the same payment: another try that was paid as well
    record Found(Finding finding, List<Finding> others, String raw) implements Asked {
        public Found {
            others = List.copyOf(others);
        }

        public Found(Finding finding, String raw) {
            this(finding, List.of(), raw);
        }
    }

    /// It never heard of it: the browser has not been there (yet).
    record Unknown(String raw) implements Asked {}

    /// It knows of it, and has no result that would last.
    record NotYet(String raw) implements Asked {}

    /// It has forgotten it, for good: no result will ever come from here.
    record Gone(String raw) implements Asked {}

    /// Nobody knows; worth another try.
    record Unreachable(String reason) implements Asked {}
}
