package fr.opalconnect.access;

import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.Facts;
import fr.opalconnect.notification.Kind;
import fr.opalconnect.notification.Notifications;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which browsers a tenant has signed in with; one that was never seen is told. The first one is no news, nor is one
/// that has just proved with a code that it is at the tenant's phone.
@Component
class Devices {
    private final DeviceTable table;
    private final Sessions sessions;
    private final Notifications notifications;
    private final InstantSource clock;

    Devices(DeviceTable table, Sessions sessions, Notifications notifications, InstantSource clock) {
        this.table = table;
        this.sessions = sessions;
        this.notifications = notifications;
        this.clock = clock;
    }

    /// A session has begun.
    ///
    /// @param token  of the session
    /// @param mark   what the browser keeps; null when it keeps none
    /// @param proved whether a code was entered on it just now
    /// @return the mark that it is to keep; null on a browser that is shared, which is new each time
    @Transactional
    public @Nullable String came(String token, @Nullable String mark, boolean proved) {
        Session session = sessions.find(token);
        if (session == null) {
            return mark;
        }
        Instant now = clock.instant();
        TenantNumber tenant = session.tenant();
        if (mark != null && table.note(tenant, mark, now)) {
            return mark;
        }
        String kept = mark == null ? Tokens.fresh() : mark;
        boolean others = table.add(tenant, kept, now);
        if (others && !proved) {
            ZonedDateTime here = now.atZone(Texts.ZONE);
            notifications.tell(
                    tenant,
                    Kind.NEW_DEVICE,
                    Facts.of(session.id().toString(), "/profil/securite")
                            .with(here.toLocalDate())
                            .with(here.toLocalTime().withNano(0))
                            .with(session.device().replaceAll("^\\||\\|$", "").replace("|", ", ")));
        }
        return session.shared() ? null : kept;
    }
}
