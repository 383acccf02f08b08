package fr.opalconnect.payment;

import org.jspecify.annotations.Nullable;

/// Why a payment takes a step.
///
/// @param words       the provider's, or ours
/// @param message     the provider's message, when it was the reason
/// @param transaction the provider's number of the try that was paid
record Because(
        String words, @Nullable Long message, @Nullable String transaction) {
    Because(String words) {
        this(words, null, null);
    }
}
