package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.TenantNumber;
import org.jspecify.annotations.Nullable;

/// A lease in a list of the desk.
///
/// @param name   of its first holder, `Martine Marchand`; null when nobody is named any more
/// @param tenant whose file tells more
/// @param agency code of the agency of its dwelling
public record LeaseAtDesk(
        LeaseNumber number,
        @Nullable String name,
        @Nullable TenantNumber tenant,
        @Nullable String agency) {}
