package fr.opalconnect.notification;

import fr.opalconnect.kernel.TenantNumber;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// An e-mail or a message to a phone that waits to be sent.
///
/// @param recipient where it goes; for phones, the tenant's own are looked up
/// @param tries     how often it was tried already
/// @param told      what it says; empty when it is not known any more
record Parcel(
        UUID id,
        TenantNumber tenant,
        String recipient,
        int tries,
        Instant validUntil,
        Locale language,
        List<Told> told) {
    Parcel in(Locale other) {
        return new Parcel(id, tenant, recipient, tries, validUntil, other, told);
    }
}
