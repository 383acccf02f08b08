package fr.opalconnect.access;

import fr.opalconnect.access.Claim.Stage;
import fr.opalconnect.access.LoginTable.Login;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.tenancy.Tenancy;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what a password brings with it, all or nothing: the account, the end of the sessions, the new one. To
/// compare one and to make another takes a while; so it is seen here, one after the other, whether what was compared is
/// still the password.
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

    /// Opens a session with a password that was right.
    ///
    /// @param hash what it was compared with
    /// @return the token that the browser is to hold; null when another password was chosen meanwhile
    @Transactional
    @Nullable
    String begin(TenantNumber tenant, String hash, @Nullable LeaseNumber lease, String device, boolean shared) {
        logins.lock(tenant);
        return logins.holds(tenant, hash) ? sessions.start(tenant, lease, device, shared) : null;
    }

    /// Uses up the claim, and any other of the same tenant that was proved and waits for a password. Of two submits at
    /// once the second finds it used.
    @Transactional
    Accounts.Ending open(String token, Tenancy tenancy, String hash, String device) {
        logins.lock(tenancy.number());
        Claim claim = claims.lock(token);
        Instant now = clock.instant();
        if (claim == null || claim.stage(now) != Stage.CHOOSE_PASSWORD) {
            return new Accounts.Ending.NotNow();
        }
        claims.endProved(tenancy.number(), now);
        Login before = logins.find(tenancy.number());
        boolean first = logins.setPassword(tenancy.number(), hash, now);
        sessions.endAll(tenancy.number());
        audit.note(Sessions.actor(tenancy.number()), first ? "activated" : "password changed", null);
        LeaseNumber lease = SignIn.firstLease(tenancy, before == null ? null : before.lease());
        return new Accounts.Ending.SignedIn(
                sessions.start(tenancy.number(), lease, device, false), first, lease == null);
    }

    /// By somebody whose session is open still, in place of the password that they knew still.
    ///
    /// @param before what the present one was compared with
    /// @return whether it was so
    @Transactional
    boolean replace(SignedInTenant who, String before, String hash) {
        logins.lock(who.number());
        Instant now = clock.instant();
        if (!logins.holds(who.number(), before) || !sessions.isOpen(who)) {
            return false;
        }
        logins.setPassword(who.number(), hash, now);
        claims.endProved(who.number(), now);
        sessions.endOthers(who);
        audit.note(Sessions.actor(who.number()), "password changed", null);
        return true;
    }

    @Nullable
    String hashOf(SignedInTenant who) {
        Login login = logins.find(who.number());
        return login == null ? null : login.passwordHash();
    }
}
