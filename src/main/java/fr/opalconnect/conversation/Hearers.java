package fr.opalconnect.conversation;

import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Live;
import fr.opalconnect.tenancy.Tenancies;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who must hear that something happened in a conversation: the pages that are open on it, the desk's lists, and the
/// number of things to read that stands on every page of a tenant.
@Component
class Hearers {
    private final Tenancies tenancies;
    private final FollowerTable followers;
    private final Live live;

    Hearers(Tenancies tenancies, FollowerTable followers, Live live) {
        this.tenancies = tenancies;
        this.followers = followers;
        this.live = live;
    }

    static String topic(TenantNumber tenant) {
        return "tenant:" + tenant;
    }

    /// Everyone on both sides; who did it has read it.
    void tell(Head head, Author author) {
        List<String> topics = new ArrayList<>(desk(head));
        for (TenantNumber tenant : tenants(head)) {
            boolean own = author.party() == Party.TENANT && author.id().equals(tenant.value());
            if (!own) {
                tenancies.toRead(tenant, head.id());
            }
            topics.add(topic(tenant));
        }
        live.tell(topics.toArray(String[]::new));
    }

    /// The desk, and pages that are open on the conversation.
    void tellStaff(Head head) {
        live.tell(desk(head).toArray(String[]::new));
    }

    /// It went to another pile: both agencies' lists have changed.
    void moved(Head head, @Nullable String agency) {
        List<String> topics = new ArrayList<>(desk(head));
        if (agency != null && !agency.equals(head.agencyCode())) {
            topics.add("agency:" + agency);
        }
        live.tell(topics.toArray(String[]::new));
    }

    /// The state is all that they see.
    void tellFollowers(Head head) {
        for (TenantNumber follower : followers.of(head.id())) {
            tenancies.toRead(follower, head.id());
            live.tell(topic(follower));
        }
    }

    private static List<String> desk(Head head) {
        String conversation = "conversation:" + head.id();
        return head.agencyCode() == null ? List.of(conversation) : List.of(conversation, "agency:" + head.agencyCode());
    }

    private List<TenantNumber> tenants(Head head) {
        return head.shared() ? tenancies.holders(head.lease()) : List.of(head.tenant());
    }
}
