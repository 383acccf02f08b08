package fr.opalconnect.office;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.notification.Facts;
import fr.opalconnect.notification.Kind;
import fr.opalconnect.notification.Notifications;
import fr.opalconnect.tenancy.ContactRequest;
import fr.opalconnect.tenancy.ContactTasks;
import fr.opalconnect.tenancy.PhoneCorrections;
import fr.opalconnect.tenancy.PhoneCorrections.SecondLook;
import fr.opalconnect.tenancy.TenantFile;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The desk changes a telephone number: at once for the tenant, told to the old number and to the new one, written
/// down, and out to the ERP with the next export.
@Component
class PhoneChange {
    private final PhoneCorrections corrections;
    private final ContactTasks requests;
    private final Notifications notifications;
    private final PhoneLog log;
    private final InstantSource clock;

    PhoneChange(
            PhoneCorrections corrections,
            ContactTasks requests,
            Notifications notifications,
            PhoneLog log,
            InstantSource clock) {
        this.corrections = corrections;
        this.requests = requests;
        this.notifications = notifications;
        this.log = log;
        this.clock = clock;
    }

    SecondLook look(SignedInStaff who, TenantFile file, String typed) {
        return corrections.look(who, file, typed);
    }

    boolean reaches(Phone number) {
        return notifications.reaches(number);
    }

    /// Whether the old number can be told.
    boolean tells(TenantFile file) {
        return notifications.canText() && notifications.reaches(file.tenancy().phone());
    }

    List<ContactRequest> requests(SignedInStaff who, TenantFile file) {
        return requests.of(who, file).stream()
                .filter(request -> request.state() == ContactRequest.State.OPEN)
                .toList();
    }

    /// @param alsoDone whether what the tenant wrote is settled by it too
    @Transactional
    public void correct(SignedInStaff who, TenantFile file, Phone number, String reason, boolean alsoDone) {
        corrections.correct(who, file, number, reason, alsoDone);
        tell(file);
        log.note(who, file, "phone corrected", reason);
    }

    @Transactional
    public void drop(SignedInStaff who, TenantFile file) {
        if (corrections.drop(who, file)) {
            tell(file);
            log.note(who, file, "phone correction dropped", null);
        }
    }

    /// The new number is the one on file when this goes out.
    private void tell(TenantFile file) {
        notifications.tell(
                file.number(),
                Kind.PHONE_CHANGED,
                Facts.of(clock.instant().toString(), "/profil/coordonnees")
                        .with(clock.instant().atZone(Texts.ZONE).toLocalDate())
                        .alsoTo(file.tenancy().phone()));
    }
}
