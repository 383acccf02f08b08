package fr.opalconnect.office;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Looks;
import fr.opalconnect.tenancy.TenantFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes a change of a number into both logs: the audit, and the one that the tenant may read.
@Component
class PhoneLog {
    private final Audit audit;
    private final Looks looks;

    PhoneLog(Audit audit, Looks looks) {
        this.audit = audit;
        this.looks = looks;
    }

    void note(SignedInStaff who, TenantFile file, String act, @Nullable String why) {
        audit.note(who.actor(), act, file.number().value());
        looks.look(who, file.number().value(), "phone", why);
    }
}
