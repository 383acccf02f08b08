package fr.opalconnect.payment.provider;

import fr.opalconnect.kernel.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be paid.
///
/// @param reference   ours, for ever: 6 to 30 letters and digits
/// @param transaction six digits, 000000 to 899999, that no other order of the same UTC day has
/// @param begunAt     of whose UTC day
/// @param email       of who pays
/// @param subject     what it is for, in a few words, without personal data
/// @param returnTo    where the browser comes back to, whatever happened
/// @param notifyAt    where the provider tells us
public record Order(
        UUID id,
        String reference,
        String transaction,
        Instant begunAt,
        Money amount,
        @Nullable String email,
        Locale language,
        String subject,
        URI returnTo,
        URI notifyAt) {
    /// Without the address.
    @Override
    public String toString() {
        return "Order[" + reference + "]";
    }
}
