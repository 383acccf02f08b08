package fr.opalconnect.document;

import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.tenancy.TenantFile.OnLease;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what papers of the lease that is looked at are made from. Three round trips.
@Component
class PaperSources {
    private final Tenancies tenancies;
    private final RentAccounts accounts;
    private final Agencies agencies;

    PaperSources(Tenancies tenancies, RentAccounts accounts, Agencies agencies) {
        this.tenancies = tenancies;
        this.accounts = accounts;
        this.agencies = agencies;
    }

    /// @return null when the tenant no longer holds it
    @Nullable
    PaperFacts of(SignedInTenant who) {
        Tenancy tenancy = tenancies.find(who.number());
        HeldLease lease = tenancy == null ? null : tenancy.lease(who.lease());
        List<OnLease> holders = tenancies.holdersOf(who);
        return lease == null || holders.isEmpty()
                ? null
                : new PaperFacts(lease, holders, agencies.find(lease.agencyCode()), accounts.book(who));
    }
}
