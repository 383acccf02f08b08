package fr.opalconnect.access;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.TenantNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A browser that is signed in.
///
/// @param lease  the lease being looked at; null until the tenant chose one
/// @param device `Chrome sur Android`; no place, no address
record Session(
        UUID id,
        TenantNumber tenant,
        @Nullable LeaseNumber lease,
        String device,
        boolean shared,
        Instant startedAt,
        Instant seenAt) {}
