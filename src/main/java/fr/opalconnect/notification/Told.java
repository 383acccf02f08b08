package fr.opalconnect.notification;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Something that a tenant was told.
///
/// @param facts  what its texts fill in
/// @param path   the page that it is about
/// @param thing  by which it waits to be read
/// @param phones numbers to be told besides the one on file
record Told(
        UUID id,
        TenantNumber tenant,
        Kind kind,
        List<Fact> facts,
        String path,
        UUID thing,
        List<Phone> phones,
        Instant at) {}
