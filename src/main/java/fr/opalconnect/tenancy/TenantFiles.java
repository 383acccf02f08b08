package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The tenants of a member of staff: those with a lease in one of their agencies. For them the others do not exist.
@Component
public class TenantFiles {
    private final TenancyTable tenancies;
    private final PhoneCorrectionTable corrections;

    TenantFiles(TenancyTable tenancies, PhoneCorrectionTable corrections) {
        this.tenancies = tenancies;
        this.corrections = corrections;
    }

    /// @return null when there is no such tenant, or none that they may see
    public @Nullable TenantFile find(SignedInStaff who, TenantNumber number) {
        Tenancy tenancy = tenancies.find(who, number);
        if (tenancy == null) {
            return null;
        }
        TenantFile.AtErp erp = tenancies.atErp(number);
        return new TenantFile(
                tenancy,
                erp.leases() - tenancy.leases().size(),
                tenancies.onLeases(tenancy.leaseNumbers()),
                erp.mobile(),
                corrections.open(number));
    }

    /// Whether a lease is of a dwelling in one of their agencies.
    public boolean sees(SignedInStaff who, LeaseNumber lease) {
        return tenancies.sees(who, lease);
    }

    /// Those among these leases that are of dwellings in their agencies, for a list. One round trip.
    public Map<LeaseNumber, LeaseAtDesk> leases(SignedInStaff who, Collection<LeaseNumber> leases) {
        return tenancies.leases(who, leases).stream()
                .collect(Collectors.toMap(LeaseAtDesk::number, Function.identity()));
    }
}
