package fr.opalconnect.notification;

import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.push.Subscription;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A browser that wants to be told.
///
/// @param session  with which it goes
/// @param device   `Chrome|Android`
/// @param language of its pages when it was switched on
/// @param okAt     when something last reached its push service; null for never yet
record PushDevice(
        UUID id,
        TenantNumber tenant,
        UUID session,
        Subscription to,
        String device,
        Locale language,
        Instant createdAt,
        @Nullable Instant okAt) {}
