package fr.opalconnect.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One edge that a payment took.
///
/// @param why     the provider's word, or ours; for the desk
/// @param message the provider's message that was the reason, or null
public record PaymentStep(
        int number,
        @Nullable PaymentState from,
        PaymentState to,
        Instant at,
        String why,
        @Nullable Long message) {}
