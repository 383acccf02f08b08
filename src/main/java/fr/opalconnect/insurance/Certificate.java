package fr.opalconnect.insurance;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.TenantNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A certificate of home insurance as a tenant sent it.
///
/// @param tenant  who sent it; nobody else of the lease sees its pages
/// @param from    its first day, as typed
/// @param until   its last day, as typed
/// @param insurer as typed; empty when nothing was
/// @param pieces  its pages, ids in the module attachment
/// @param reason  why it was refused; null when it was not
record Certificate(
        UUID id,
        LeaseNumber lease,
        TenantNumber tenant,
        CertificateState state,
        LocalDate from,
        LocalDate until,
        String insurer,
        List<UUID> pieces,
        Instant sentAt,
        @Nullable String reason) {
    Certificate {
        pieces = List.copyOf(pieces);
    }
}
