package fr.opalconnect.access;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Code;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Limits.Answer.Refused;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A code for a tenant who stands at the counter and has shown who they are. It does what the code by SMS does, for an
/// hour, once.
@Component
class CounterCodes {
    static final int LONGEST_REASON = 200;

    /// The kind of paper that was seen. Its number is nobody's business here.
    enum Paper {
        IDENTITY_CARD,
        PASSPORT,
        RESIDENCE_PERMIT,
        DRIVING_LICENCE;

        /// The last part of its text's key.
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What came of it.
    sealed interface Ending {
        /// @param code to be read out or written down, shown nowhere again
        record Handed(Code code, Instant until) implements Ending {}

        /// No tenant of theirs.
        record NotTheirs() implements Ending {}

        record TooMany(Instant until) implements Ending {}
    }

    private final Tenancies tenancies;
    private final Limits limits;
    private final CounterCodeBook book;

    CounterCodes(Tenancies tenancies, Limits limits, CounterCodeBook book) {
        this.tenancies = tenancies;
        this.limits = limits;
        this.book = book;
    }

    /// The tenant, when one of their agencies looks after one of the dwellings; else null.
    @Nullable
    Tenancy find(SignedInStaff who, TenantNumber tenant) {
        return theirs(tenancies, who, tenant);
    }

    Ending handOut(SignedInStaff who, TenantNumber tenant, Paper paper, String why) {
        Tenancy tenancy = find(who, tenant);
        if (tenancy == null) {
            return new Ending.NotTheirs();
        }
        if (limits.spend(Limit.COUNTER_CODE_PER_TENANT, tenancy.number().value()) instanceof Refused refused) {
            return new Ending.TooMany(refused.until());
        }
        if (limits.spend(Limit.COUNTER_CODE_PER_STAFF, who.id().toString()) instanceof Refused refused) {
            return new Ending.TooMany(refused.until());
        }
        // Somebody else may have used up what may be typed of the two numbers; here stands whose they are.
        for (HeldLease lease : tenancy.leases()) {
            String pair = new TypedPair(tenancy.number(), lease.dwelling()).key();
            limits.forget(Limit.ACTIVATION_PER_PAIR, pair);
            limits.forget(Limit.CODE_TRIES_PER_PAIR, pair);
        }
        return book.add(who, tenancy.number(), paper.name() + ": " + why.strip());
    }

    static @Nullable Tenancy theirs(Tenancies tenancies, SignedInStaff who, TenantNumber tenant) {
        Tenancy tenancy = tenancies.find(tenant);
        boolean theirs = tenancy != null && tenancy.leases().stream().anyMatch(lease -> who.sees(lease.agencyCode()));
        return theirs ? tenancy : null;
    }
}
