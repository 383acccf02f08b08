package fr.opalconnect.access;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.platform.Live;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which browsers are signed in at the desk, and as whom.
@Component
class StaffSessions {
    private final StaffSessionTable sessions;
    private final Live live;
    private final Audit audit;
    private final InstantSource clock;

    StaffSessions(StaffSessionTable sessions, Live live, Audit audit, InstantSource clock) {
        this.sessions = sessions;
        this.live = live;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param way `password`, `recovery code`, `identity provider`: for the audit
    /// @return the token that the browser is to hold
    @Transactional
    String start(UUID staff, String device, String way) {
        String token = Tokens.fresh();
        var now = clock.instant();
        sessions.add(new StaffSession(Ids.next(clock), staff, device, now, now), token);
        audit.note(actor(staff), "signed in by " + way, null);
        return token;
    }

    @Nullable
    StaffSession find(String token) {
        return sessions.find(token, clock.instant());
    }

    boolean isOpen(SignedInStaff who) {
        return of(who).stream().anyMatch(session -> session.id().equals(who.session()));
    }

    List<StaffSession> of(SignedInStaff who) {
        return sessions.of(who.id(), clock.instant());
    }

    @Transactional
    void end(SignedInStaff who, UUID session) {
        if (sessions.end(session, who.id())) {
            live.tellEnded(session);
            audit.note(who.actor(), "session ended", null);
        }
    }

    @Transactional
    void endOthers(SignedInStaff who) {
        sessions.endAll(who.id(), who.session()).forEach(live::tellEnded);
        audit.note(who.actor(), "other sessions ended", null);
    }

    /// Every browser of theirs has to sign in again.
    void endAll(UUID staff) {
        sessions.endAll(staff, null).forEach(live::tellEnded);
    }

    /// The browser gives its session back.
    @Transactional
    void signOut(String token) {
        StaffSession ended = sessions.endByToken(token);
        if (ended != null) {
            live.tellEnded(ended.id());
            audit.note(actor(ended.staff()), "signed out", null);
        }
    }

    static String actor(UUID staff) {
        return "staff:" + staff;
    }
}
