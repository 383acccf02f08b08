package fr.opalconnect.access;

import fr.opalconnect.access.CounterCodeTable.Kept;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Code;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.platform.Looks;
import fr.opalconnect.platform.Secrets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down the codes that were handed out at a counter, and uses them up.
@Component
class CounterCodeBook {
    static final Duration LIFE = Duration.ofHours(1);

    /// The word of the log of looks.
    static final String LOOK = "code";

    private final CounterCodeTable codes;
    private final Secrets secrets;
    private final Looks looks;
    private final Audit audit;
    private final InstantSource clock;

    CounterCodeBook(CounterCodeTable codes, Secrets secrets, Looks looks, Audit audit, InstantSource clock) {
        this.codes = codes;
        this.secrets = secrets;
        this.looks = looks;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param why the kind of paper seen, and the reason
    @Transactional
    CounterCodes.Ending.Handed add(SignedInStaff who, TenantNumber tenant, String why) {
        Code code = Code.fresh();
        UUID id = Ids.next(clock);
        Instant now = clock.instant();
        codes.add(new Kept(id, hash(id, code)), tenant.value(), who.id(), now, now.plus(LIFE));
        looks.look(who, tenant.value(), LOOK, why);
        audit.note(who.actor(), "counter code handed out", tenant.value());
        return new CounterCodes.Ending.Handed(code, now.plus(LIFE));
    }

    /// Compares what was typed with the code that lives, and uses it up when it is the one.
    ///
    /// @param claim that it was typed for: it has so many tries at it, and no more
    @Transactional
    boolean use(Claim claim, Code typed) {
        Instant now = clock.instant();
        TenantNumber tenant = claim.tenant(); // null for nobody: the same work, and never right
        boolean right = false;
        for (Kept code : codes.spendTry(claim.id(), tenant == null ? null : tenant.value(), now)) {
            if (MessageDigest.isEqual(code.hash(), hash(code.id(), typed))) {
                right = true;
                codes.use(code.id(), now);
                audit.note("visitor", "counter code used", tenant == null ? null : tenant.value());
            }
        }
        return right;
    }

    /// Until when the tenant can use one; null when there is none.
    @Nullable
    Instant livesUntil(TenantNumber tenant) {
        return codes.livesUntil(tenant.value(), clock.instant());
    }

    private byte[] hash(UUID id, Code code) {
        return secrets.mac("codes", id + "\n" + code.digits());
    }
}
