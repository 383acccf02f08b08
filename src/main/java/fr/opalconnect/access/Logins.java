package fr.opalconnect.access;

import fr.opalconnect.access.Claim.Stage;
import fr.opalconnect.access.LoginTable.Login;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.tenancy.Tenancy;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what a new password brings with it, all or nothing: the account, the end of the sessions, the new one.
@Component
class Logins {
    private final ActivationTable claims;
    private final LoginTable logins;
    private final Sessions sessions;
    private final Audit audit;
    private final InstantSource clock;

    Logins(ActivationTable claims, LoginTable logins, Sessions sessions, Audit audit, InstantSource clock) {
        this.claims = claims;
        this.logins = logins;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Uses up the claim. Of two submits at once the second finds it used.
    @Transactional
    Accounts.Ending open(String token, Tenancy tenancy, String hash, String device) {
        Claim claim = claims.lock(token);
        Instant now = clock.instant();
        if (claim == null || claim.stage(now) != Stage.CHOOSE_PASSWORD) {
            return new Accounts.Ending.NotNow();
        }
        claims.end(claim.id(), now);
        Login before = logins.find(tenancy.number());
        boolean first = logins.setPassword(tenancy.number(), hash, now);
        sessions.endAll(tenancy.number());
        audit.note(Sessions.actor(tenancy.number()), first ? "activated" : "password changed", null);
        LeaseNumber lease = SignIn.firstLease(tenancy, before == null ? null : before.lease());
        return new Accounts.Ending.SignedIn(
                sessions.start(tenancy.number(), lease, device, false), first, lease == null);
    }

    @Transactional
    void replace(SignedInTenant who, String hash) {
        logins.setPassword(who.number(), hash, clock.instant());
        sessions.endOthers(who);
        audit.note(Sessions.actor(who.number()), "password changed", null);
    }

    @Nullable
    String hashOf(SignedInTenant who) {
        Login login = logins.find(who.number());
        return login == null ? null : login.passwordHash();
    }
}
