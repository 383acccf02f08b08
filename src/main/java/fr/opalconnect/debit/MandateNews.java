package fr.opalconnect.debit;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.Facts;
import fr.opalconnect.notification.Kind;
import fr.opalconnect.notification.Notifications;
import fr.opalconnect.platform.Audit;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Notes what happened to a mandate, and tells its holder: whoever did not do it will call.
@Component
class MandateNews {
    private static final String PAGE = "/prelevement";

    private final Notifications notifications;
    private final Audit audit;
    private final InstantSource clock;

    MandateNews(Notifications notifications, Audit audit, InstantSource clock) {
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    String actor(SignedInTenant who) {
        return "tenant:" + who.number();
    }

    void note(SignedInTenant who, String act) {
        note(actor(who), act, null);
    }

    void note(String actor, String act, @Nullable String subject) {
        audit.note(actor, act, subject);
    }

    /// A collection came back: what happened and what to do stand in the page.
    void tellReturned(TenantNumber tenant, DirectDebit debit) {
        notifications.tell(tenant, Kind.DEBIT_REFUSED, Facts.of(debit.reference(), PAGE));
    }

    /// The day and the sum are known: the mandate's holder may see to the money, or suspend.
    void tellAnnounced(TenantNumber tenant, DirectDebit debit) {
        notifications.tell(
                tenant,
                Kind.DEBIT_ANNOUNCED,
                Facts.of(debit.reference(), PAGE).with(debit.dueOn()).with(debit.amount()));
    }

    void tell(SignedInTenant who, UUID mandate, String act, Kind kind) {
        note(who, act);
        notifications.tell(who.number(), kind, Facts.of(mandate + " " + clock.instant(), PAGE));
    }
}
