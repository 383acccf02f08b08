package fr.opalconnect.access;

import fr.opalconnect.access.PasswordRules.Verdict;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Limits.Answer.Refused;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives accounts their passwords: the first one, a forgotten one, another one.
@Component
class Accounts {
    /// What came of a new password.
    sealed interface Ending {
        /// @param token       for the browser to hold: it is signed in
        /// @param first       whether that made the account
        /// @param chooseLease whether the tenant holds several leases and never chose one
        record SignedIn(String token, boolean first, boolean chooseLease) implements Ending {}

        record Changed() implements Ending {}

        /// @param verdict never GOOD
        record Weak(Verdict verdict) implements Ending {}

        record WrongPassword() implements Ending {}

        /// The new one is the present one: nothing changed.
        record SamePassword() implements Ending {}

        record TooMany(Instant until) implements Ending {}

        /// Too many passwords are being hashed right now.
        record Busy() implements Ending {}

        /// The claim was used already, or is too old.
        record NotNow() implements Ending {}
    }

    private final Logins logins;
    private final PasswordRules rules;
    private final PasswordWork work;
    private final Tenancies tenancies;
    private final Limits limits;

    Accounts(Logins logins, PasswordRules rules, PasswordWork work, Tenancies tenancies, Limits limits) {
        this.logins = logins;
        this.rules = rules;
        this.work = work;
        this.tenancies = tenancies;
        this.limits = limits;
    }

    /// With a proved claim: makes the account or replaces its password, ends every session, and signs in.
    ///
    /// @param token  of the claim
    /// @param device to name the new session by
    Ending choose(String token, Claim claim, String password, String device) {
        TenantNumber tenant = claim.tenant();
        Tenancy tenancy = tenant == null ? null : tenancies.find(tenant);
        if (tenancy == null) {
            return new Ending.NotNow();
        }
        Verdict verdict = rules.judge(password, personal(tenancy));
        if (verdict != Verdict.GOOD) {
            return new Ending.Weak(verdict);
        }
        String hash = work.hash(password);
        return hash == null ? new Ending.Busy() : logins.open(token, tenancy, hash, device);
    }

    /// By somebody who is signed in, and still knows the present one.
    Ending change(SignedInTenant who, String present, String next) {
        if (limits.spend(Limit.PASSWORD_CHANGE_PER_TENANT, who.number().value()) instanceof Refused refused) {
            return new Ending.TooMany(refused.until());
        }
        Tenancy tenancy = Objects.requireNonNull(tenancies.find(who.number()), "somebody signed in holds a lease");
        Verdict verdict = rules.judge(next, personal(tenancy));
        String before = logins.hashOf(who);
        return switch (work.compare(present, before)) {
            case BUSY -> new Ending.Busy();
            case WRONG -> new Ending.WrongPassword();
            case RIGHT ->
                next.equals(present)
                        ? new Ending.SamePassword()
                        : verdict == Verdict.GOOD
                                ? replace(who, Objects.requireNonNull(before), next)
                                : new Ending.Weak(verdict);
        };
    }

    private Ending replace(SignedInTenant who, String before, String next) {
        String hash = work.hash(next);
        if (hash == null) {
            return new Ending.Busy();
        }
        // Hashing takes a while, in which somebody may have chosen another one to be rid of this one.
        return logins.replace(who, before, hash) ? new Ending.Changed() : new Ending.WrongPassword();
    }

    /// What belongs to the tenant, and so is the first that is tried.
    private static List<String> personal(Tenancy tenancy) {
        List<String> known = new ArrayList<>();
        addAll(known, tenancy.number().value(), tenancy.number().lookupKey(), tenancy.firstName(), tenancy.lastName());
        addAll(
                known,
                tenancy.email(),
                tenancy.mobile() == null ? null : tenancy.mobile().replaceAll("[^0-9]", ""));
        for (HeldLease lease : tenancy.leases()) {
            addAll(
                    known,
                    lease.number().value(),
                    lease.dwelling().value(),
                    lease.dwelling().lookupKey());
            addAll(known, lease.estate(), lease.address(), lease.city(), lease.postcode());
        }
        return known;
    }

    private static void addAll(List<String> known, @Nullable String... pieces) {
        Arrays.stream(pieces).filter(Objects::nonNull).forEach(known::add);
    }
}
