package fr.opalconnect.conversation;

import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.tenancy.Tenancies;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who must hear that something happened in a conversation: the pages that are open on it, and the number of things to
/// read that stands on every page of a tenant.
@Component
class Hearers {
    private final Tenancies tenancies;
    private final FollowerTable followers;

    Hearers(Tenancies tenancies, FollowerTable followers) {
        this.tenancies = tenancies;
        this.followers = followers;
    }

    /// Everyone on both sides; who did it has read it.
    void tell(Head head, Author author) {
        tellStaff(head);
        for (TenantNumber tenant : tenants(head)) {
            boolean own = author.party() == Party.TENANT && author.id().equals(tenant.value());
            if (!own) {
                tenancies.toRead(tenant, head.id());
            }
        }
    }

    /// The desk, and pages that are open on it.
    void tellStaff(Head head) {
        tellOpenPages(head);
    }

    /// It went to another pile: both agencies' lists have changed.
    void moved(Head head, @Nullable String agency) {
        tellStaff(head);
    }

    void tellOpenPages(Head head) {}

    /// The state is all that they see.
    void tellFollowers(Head head) {
        for (TenantNumber follower : followers.of(head.id())) {
            tenancies.toRead(follower, head.id());
        }
    }

    private List<TenantNumber> tenants(Head head) {
        return head.shared() ? tenancies.holders(head.lease()) : List.of(head.tenant());
    }
}
