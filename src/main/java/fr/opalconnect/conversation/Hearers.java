package fr.opalconnect.conversation;

import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.Facts;
import fr.opalconnect.notification.Kind;
import fr.opalconnect.notification.Notifications;
import fr.opalconnect.platform.Live;
import fr.opalconnect.tenancy.Tenancies;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who must hear that something happened in a conversation: the pages that are open on it, the desk's lists, and the
/// number of things to read that stands on every page of a tenant.
@Component
class Hearers {
    private final Tenancies tenancies;
    private final FollowerTable followers;
    private final Live live;
    private final Notifications notifications;

    Hearers(Tenancies tenancies, FollowerTable followers, Live live, Notifications notifications) {
        this.tenancies = tenancies;
        this.followers = followers;
        this.live = live;
        this.notifications = notifications;
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

    /// The agency wrote.
    void wrote(Head head, Author author, UUID message) {
        if (author.party() == Party.STAFF) {
            tellTenants(head, Kind.MESSAGE, facts(head, message.toString()).with(author.name()));
        }
    }

    /// The agency took a step that the tenant would want to know of.
    void stepped(Head head, Author author, UUID step, Kind kind) {
        if (author.party() == Party.STAFF) {
            tellTenants(head, kind, facts(head, step.toString()).with(head.number() == null ? "" : head.number()));
        }
    }

    private void tellTenants(Head head, Kind kind, Facts facts) {
        notifications.tell(
                kind,
                tenants(head).stream()
                        .map(tenant -> new Notifications.News(tenant, facts))
                        .toList());
    }

    private static Facts facts(Head head, String key) {
        return Facts.of(key, "/messages/" + head.id()).readWith(head.id());
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
