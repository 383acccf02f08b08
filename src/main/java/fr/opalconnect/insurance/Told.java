package fr.opalconnect.insurance;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.Notifications;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.CodeText;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Tells tenants of their certificates at the number on file, in the caller's transaction; and notes who decided.
@Component
class Told {
    private final Notifications notifications;
    private final Tenancies tenancies;
    private final Audit audit;
    private final TextBundles texts;
    private final Brand brand;

    Told(Notifications notifications, Tenancies tenancies, Audit audit, TextBundles texts, Brand brand) {
        this.notifications = notifications;
        this.tenancies = tenancies;
        this.audit = audit;
        this.texts = texts;
        this.brand = brand;
    }

    /// Only a refusal is worth a text message: something is to be done.
    void decided(SignedInStaff who, Certificate one, CertificateState to) {
        boolean refused = to == CertificateState.REFUSED;
        audit.note(
                who.actor(),
                refused ? "refused an insurance certificate" : "accepted an insurance certificate",
                one.id().toString());
        Tenancy tenancy = tenancies.find(one.tenant());
        if (refused && tenancy != null) {
            notifications.news(
                    tenancy.phone(),
                    texts.in(CodeText.language(tenancy.language())).say("insurance.sms.refused", brand.sender()));
        }
    }

    /// Reminds every holder of a lease that still runs.
    ///
    /// @return how many text messages were staged
    int remind(LeaseNumber lease, LocalDate until, LocalDate today) {
        int sent = 0;
        for (TenantNumber holder : tenancies.holders(lease)) {
            Tenancy tenancy = tenancies.find(holder);
            HeldLease held = tenancy == null ? null : tenancy.lease(lease);
            if (tenancy != null && held != null && !held.hasEnded(today)) {
                Texts t = texts.in(CodeText.language(tenancy.language()));
                String key = until.isBefore(today) ? "insurance.sms.ended" : "insurance.sms.ending";
                sent += notifications.news(tenancy.phone(), t.say(key, brand.sender(), t.shortDay(until))) ? 1 : 0;
            }
        }
        return sent;
    }
}
