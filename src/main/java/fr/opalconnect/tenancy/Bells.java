package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What waits to be read by tenants and is counted at the bell, in [Tenancy#news()]. Each verb is one round trip, for
/// however many tenants.
@Component
public class Bells {
    /// Something that waits, by its id.
    public record Ring(String tenant, UUID thing) {}

    private final UnreadTable unread;

    Bells(UnreadTable unread) {
        this.unread = unread;
    }

    /// Part of the caller's transaction.
    public void ring(Collection<Ring> rings) {
        if (!rings.isEmpty()) {
            unread.ring(rings);
        }
    }

    /// Those among these that wait still, at the bell or elsewhere.
    public Set<Ring> waiting(Collection<Ring> rings) {
        return rings.isEmpty() ? Set.of() : unread.among(rings);
    }

    /// All that waits for a tenant, at the bell or elsewhere.
    public Set<UUID> waiting(SignedInTenant who) {
        return unread.all(who.number());
    }

    /// How much waits for a tenant, at the bell and elsewhere.
    public int count(TenantNumber tenant) {
        return unread.all(tenant).size();
    }

    /// The tenant has seen what waited at the bell.
    public void heard(SignedInTenant who) {
        unread.hear(who.number());
    }
}
