package fr.opalconnect.kernel;

import java.util.List;
import java.util.UUID;

/// A tenant whose session was checked in this very request, and the leases that this tenant holds now.
/// Each tenant verb takes one: there is no other way to reach a tenant's data.
///
/// @param number  the tenant
/// @param lease   the lease being looked at; one of `leases`
/// @param leases  the leases whose rent account this tenant may see, never empty
/// @param session the session that the request came with
public record SignedInTenant(TenantNumber number, LeaseNumber lease, List<LeaseNumber> leases, UUID session) {
    public SignedInTenant {
        leases = List.copyOf(leases);
        if (!leases.contains(lease)) {
            throw new IllegalArgumentException("the lease looked at is not one that the tenant holds");
        }
    }

    public List<String> leaseValues() {
        return leases.stream().map(LeaseNumber::value).toList();
    }
}
