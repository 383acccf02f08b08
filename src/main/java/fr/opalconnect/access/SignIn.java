package fr.opalconnect.access;

import fr.opalconnect.access.LoginTable.Login;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Limits.Answer.Refused;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tenant number and password open a session. An unknown number costs the same work and gets the same answer as a
/// wrong password.
@Component
class SignIn {
    /// What came of it.
    sealed interface Ending {
        /// @param token       for the browser to hold
        /// @param chooseLease whether the tenant holds several leases and never chose one
        record In(String token, boolean chooseLease) implements Ending {}

        record Wrong() implements Ending {}

        record TooMany(Instant until) implements Ending {}

        /// Too many people sign in right now.
        record Busy() implements Ending {}

        /// The password was right, but the tenant holds no lease any more.
        record NoLease() implements Ending {}
    }

    private final Limits limits;
    private final LoginTable logins;
    private final PasswordWork passwords;
    private final Tenancies tenancies;
    private final Logins begun;
    private final Audit audit;

    SignIn(Limits limits, LoginTable logins, PasswordWork passwords, Tenancies tenancies, Logins begun, Audit audit) {
        this.limits = limits;
        this.logins = logins;
        this.passwords = passwords;
        this.tenancies = tenancies;
        this.begun = begun;
        this.audit = audit;
    }

    Ending signIn(String network, TenantNumber typed, String password, String device, boolean shared) {
        Instant refused = refusedUntil(network, typed);
        if (refused != null) {
            return new Ending.TooMany(refused);
        }
        Login login = logins.find(typed);
        return switch (passwords.compare(password, login == null ? null : login.passwordHash())) {
            case BUSY -> new Ending.Busy();
            case WRONG -> {
                audit.note(
                        "visitor",
                        "sign-in failed",
                        login == null ? null : login.tenant().value());
                yield new Ending.Wrong();
            }
            case RIGHT -> open(Objects.requireNonNull(login), password, device, shared);
        };
    }

    private @Nullable Instant refusedUntil(String network, TenantNumber typed) {
        if (limits.spend(Limit.SIGN_IN_PER_ADDRESS, network) instanceof Refused refused) {
            return refused.until();
        }
        return limits.spend(Limit.SIGN_IN_PER_TENANT, typed.lookupKey()) instanceof Refused refused
                ? refused.until()
                : null;
    }

    private Ending open(Login login, String password, String device, boolean shared) {
        Tenancy tenancy = tenancies.find(login.tenant());
        if (tenancy == null) {
            return new Ending.NoLease();
        }
        LeaseNumber lease = firstLease(tenancy, login.lease());
        String token = begun.begin(login.tenant(), renewed(login, password), lease, device, shared);
        return token == null ? new Ending.Wrong() : new Ending.In(token, lease == null);
    }

    /// @return what the password is compared with from now on
    private String renewed(Login login, String password) {
        if (!passwords.isOutdated(login.passwordHash())) {
            return login.passwordHash();
        }
        String hash = passwords.hash(password);
        return hash != null && logins.rehash(login, hash) ? hash : login.passwordHash();
    }

    /// The only lease, or the one that was chosen before; null when the tenant is to choose.
    static @Nullable LeaseNumber firstLease(Tenancy tenancy, @Nullable LeaseNumber chosen) {
        if (tenancy.leases().size() == 1) {
            return tenancy.leases().getFirst().number();
        }
        return chosen != null && tenancy.lease(chosen) != null ? chosen : null;
    }
}
