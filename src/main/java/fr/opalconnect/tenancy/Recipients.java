package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where tenants can be reached, many at once: for what is told to them. Each verb is one round trip.
@Component
public class Recipients {
    /// One of them.
    ///
    /// @param phone    the number in force; null when there is none that could be dialled
    /// @param language as [Tenancy#language()]
    public record Recipient(
            TenantNumber tenant,
            @Nullable Phone phone,
            @Nullable String email,
            @Nullable String language) {}

    private final RecipientTable table;

    Recipients(RecipientTable table) {
        this.table = table;
    }

    /// Those that are still known.
    public Map<TenantNumber, Recipient> of(Collection<TenantNumber> tenants) {
        return tenants.isEmpty() ? Map.of() : table.of(tenants);
    }

    /// Who holds these leases now.
    public Map<LeaseNumber, List<TenantNumber>> holders(Collection<LeaseNumber> leases) {
        return leases.isEmpty() ? Map.of() : table.holders(leases);
    }

    /// Those among these leases that the ERP collects by direct debit itself.
    public Set<LeaseNumber> collected(Collection<LeaseNumber> leases) {
        return leases.isEmpty() ? Set.of() : table.collected(leases);
    }

    /// Who holds a lease that runs now in an area, of a car park too.
    public List<TenantNumber> in(Area area) {
        return table.in(area);
    }
}
