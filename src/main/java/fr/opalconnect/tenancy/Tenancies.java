package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.DwellingNumber;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.tenancy.ContactRequest.Reason;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who holds which lease, and what a tenant asks to be corrected.
@Component
public class Tenancies {
    private final TenancyTable table;
    private final ContactRequestTable requests;
    private final UnreadTable unread;
    private final InstantSource clock;

    Tenancies(TenancyTable table, ContactRequestTable requests, UnreadTable unread, InstantSource clock) {
        this.table = table;
        this.requests = requests;
        this.unread = unread;
        this.clock = clock;
    }

    /// The tenant with every lease they hold, ended ones too. One round trip.
    ///
    /// @return null when there is no such tenant, or one that holds no lease
    public @Nullable Tenancy find(TenantNumber number) {
        return table.find(number);
    }

    /// The holder whose two printed numbers these are, in any spelling. Always one round trip and the same work,
    /// whether the pair exists or not.
    ///
    /// @return null when the two do not belong together, or belong to an occupant
    public @Nullable Tenancy match(TenantNumber tenant, DwellingNumber dwelling) {
        return table.match(tenant, dwelling);
    }

    /// Tells the agency, before anyone is signed in, that the number it holds is no good. What was typed need not
    /// exist.
    public void reportNumber(TenantNumber typedTenant, DwellingNumber typedDwelling, Reason reason) {
        requests.add(Ids.next(clock), clock.instant(), reason, typedTenant.value(), typedDwelling.value(), null);
    }

    /// Asks the agency to correct the contact details.
    ///
    /// @param details what is wrong, in the tenant's words
    public void reportDetails(SignedInTenant who, String details) {
        requests.add(
                Ids.next(clock),
                clock.instant(),
                Reason.DETAILS_WRONG,
                who.number().value(),
                null,
                details);
    }

    /// What this tenant asked, the latest first.
    public List<ContactRequest> requestsOf(SignedInTenant who) {
        return requests.of(who.number());
    }

    /// Who holds a lease now.
    public List<TenantNumber> holders(LeaseNumber lease) {
        return table.holders(lease);
    }

    /// The names of those who hold the lease that is looked at, the holder before the co-holders.
    public List<TenantFile.OnLease> holdersOf(SignedInTenant who) {
        return table.onLeases(List.of(who.lease())).stream()
                .filter(one -> one.part() != TenantFile.Part.OCCUPANT)
                .toList();
    }

    /// Something waits to be read by a tenant: it counts in [Tenancy#unread()] until it is read. Part of the caller's
    /// transaction.
    ///
    /// @param thing whatever it is, by its id
    public void toRead(TenantNumber tenant, UUID thing) {
        unread.add(tenant, thing);
    }

    /// The tenant has read it.
    public void wasRead(TenantNumber tenant, UUID thing) {
        unread.remove(tenant, thing);
    }

    /// What waits to be read by this tenant.
    public Set<UUID> unread(SignedInTenant who) {
        return unread.of(who.number());
    }
}
