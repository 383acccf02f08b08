package fr.opalconnect.notification;

import fr.opalconnect.kernel.TenantNumber;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The ways besides text messages, as far as this deployment has them.
@Component
class Elsewhere {
    boolean reaches(@Nullable String email) {
        return false;
    }

    /// Those among these who switched messages on, on some phone.
    Set<TenantNumber> phones(Collection<TenantNumber> tenants) {
        return Set.of();
    }
}
