package fr.opalconnect.access;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.Readers;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which browsers are signed in, and as whom.
@Component
class Sessions {
    private final SessionTable sessions;
    private final LoginTable logins;
    private final SessionEnds ends;
    private final Audit audit;
    private final Readers readers;
    private final InstantSource clock;

    Sessions(
            SessionTable sessions,
            LoginTable logins,
            SessionEnds ends,
            Audit audit,
            Readers readers,
            InstantSource clock) {
        this.sessions = sessions;
        this.ends = ends;
        this.logins = logins;
        this.audit = audit;
        this.readers = readers;
        this.clock = clock;
    }

    /// @param lease the one to look at; null when the tenant is to choose
    /// @return the token that the browser is to hold
    @Transactional
    String start(TenantNumber tenant, @Nullable LeaseNumber lease, String device, boolean shared) {
        String token = Tokens.fresh();
        var now = clock.instant();
        sessions.add(new Session(Ids.next(clock), tenant, lease, device, shared, now, now), token);
        readers.join(tenant);
        audit.note(actor(tenant), "signed in", null);
        return token;
    }

    @Nullable
    Session find(String token) {
        return sessions.find(token, clock.instant());
    }

    boolean isOpen(SignedInTenant who) {
        return sessions.isOpen(who.session());
    }

    List<Session> of(SignedInTenant who) {
        return sessions.of(who.number(), clock.instant());
    }

    /// @return whether the tenant holds that lease
    @Transactional
    boolean lookAt(SignedInTenant who, LeaseNumber lease) {
        if (!who.leases().contains(lease)) {
            return false;
        }
        sessions.lookAt(who.session(), lease);
        logins.chooseLease(who.number(), lease);
        return true;
    }

    @Transactional
    void end(SignedInTenant who, UUID session) {
        if (sessions.end(session, who.number())) {
            ends.tell(session);
            audit.note(actor(who.number()), "session ended", null);
        }
    }

    @Transactional
    void endOthers(SignedInTenant who) {
        ends.tell(sessions.endAll(who.number(), who.session()));
        audit.note(actor(who.number()), "other sessions ended", null);
    }

    /// Every browser of this tenant has to sign in again.
    @Transactional
    void endAll(TenantNumber tenant) {
        ends.tell(sessions.endAll(tenant, null));
    }

    /// The browser gives its session back.
    @Transactional
    void signOut(String token) {
        Session ended = sessions.endByToken(token);
        if (ended != null) {
            ends.tell(ended.id());
            audit.note(actor(ended.tenant()), "signed out", null);
        }
    }

    /// Those that lay unused for too long.
    @Transactional
    void forgetEnded() {
        ends.note(sessions.forgetEnded(clock.instant()));
    }

    static String actor(TenantNumber tenant) {
        return "tenant:" + tenant;
    }
}
