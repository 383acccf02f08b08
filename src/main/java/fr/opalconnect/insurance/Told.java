package fr.opalconnect.insurance;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.Facts;
import fr.opalconnect.notification.Kind;
import fr.opalconnect.notification.Notifications;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Tells tenants of their certificates, in the caller's transaction; and notes who decided.
@Component
class Told {
    private static final String PAGE = "/assurance";

    private final Notifications notifications;
    private final Tenancies tenancies;
    private final Audit audit;

    Told(Notifications notifications, Tenancies tenancies, Audit audit) {
        this.notifications = notifications;
        this.tenancies = tenancies;
        this.audit = audit;
    }

    void decided(SignedInStaff who, Certificate one, CertificateState to) {
        boolean refused = to == CertificateState.REFUSED;
        audit.note(
                who.actor(),
                refused ? "refused an insurance certificate" : "accepted an insurance certificate",
                one.id().toString());
        notifications.tell(
                one.tenant(),
                refused ? Kind.INSURANCE_REFUSED : Kind.INSURANCE_ACCEPTED,
                Facts.of(one.id().toString(), PAGE).with(one.until()));
    }

    /// Reminds every holder of a lease that still runs.
    ///
    /// @param rung the days before its end, once for each
    /// @return how many were told
    int remind(ReminderTable.Running running, int rung, LocalDate today) {
        List<Notifications.News> news = new ArrayList<>();
        for (TenantNumber holder : tenancies.holders(running.lease())) {
            Tenancy tenancy = tenancies.find(holder);
            HeldLease held = tenancy == null ? null : tenancy.lease(running.lease());
            if (held != null && !held.hasEnded(today)) {
                news.add(new Notifications.News(
                        holder,
                        Facts.of(running.certificate() + " " + rung, PAGE).with(running.until())));
            }
        }
        boolean over = running.until().isBefore(today);
        return notifications.tell(over ? Kind.INSURANCE_ENDED : Kind.INSURANCE_ENDING, news);
    }
}
