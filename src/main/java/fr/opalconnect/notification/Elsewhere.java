package fr.opalconnect.notification;

import fr.opalconnect.kernel.TenantNumber;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The ways besides text messages, as far as this deployment has them.
@Component
class Elsewhere {
    private final Mails mails;
    private final PushWay push;
    private final PushTable devices;

    Elsewhere(Mails mails, PushWay push, PushTable devices) {
        this.mails = mails;
        this.push = push;
        this.devices = devices;
    }

    boolean reaches(@Nullable String email) {
        return mails.reaches(email);
    }

    /// Those among these who switched messages on, on some phone.
    Set<TenantNumber> phones(Collection<TenantNumber> tenants) {
        return push.open() ? devices.among(tenants) : Set.of();
    }
}
