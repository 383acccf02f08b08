package fr.opalconnect.notification;

import fr.opalconnect.kernel.TenantNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message that goes out by one way.
///
/// @param recipient  a number, an address; blanked once it is sent
/// @param message    the words of a text message; the others are written when they are sent
/// @param shown      the recipient, masked, as pages show it ever after
/// @param validUntil after this it is not worth sending
/// @param told       what it says
record Outgoing(
        UUID id,
        Channel channel,
        TenantNumber tenant,
        String recipient,
        @Nullable String message,
        String shown,
        Instant validUntil,
        List<UUID> told) {
    Outgoing later(Duration by) {
        return new Outgoing(id, channel, tenant, recipient, message, shown, validUntil.plus(by), told);
    }
}
