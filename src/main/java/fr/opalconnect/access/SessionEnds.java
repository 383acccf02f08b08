package fr.opalconnect.access;

import fr.opalconnect.notification.PushSubscriptions;
import fr.opalconnect.platform.Live;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What ends with a session: its open pages, and what its browser is told.
@Component
class SessionEnds {
    private final Live live;
    private final PushSubscriptions push;

    SessionEnds(Live live, PushSubscriptions push) {
        this.live = live;
        this.push = push;
    }

    void tell(UUID session) {
        tell(List.of(session));
    }

    void tell(Collection<UUID> sessions) {
        push.drop(sessions);
        sessions.forEach(live::tellEnded);
    }

    /// They had ended by themselves: no page is open.
    void note(Collection<UUID> sessions) {
        push.drop(sessions);
    }
}
