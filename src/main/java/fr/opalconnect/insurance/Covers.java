package fr.opalconnect.insurance;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// How the insurance of a lease stands, for Accueil: from a copy in memory, a minute old at most, which costs no round
/// trip; a landlord with very many certificates is asked for the one. What was just done on this node shows at once.
@Component
public class Covers {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST_IN_MEMORY = 200_000;

    /// @param covers null when there are too many
    private record Copy(Instant readAt, @Nullable Map<LeaseNumber, Cover> covers) {}

    /// @param until the last day that is covered; null when nothing was accepted
    public record Stand(Cover.Standing standing, @Nullable LocalDate until) {
        /// `À jour, valable jusqu’au 12 mai 2027`
        public String sentence(Texts t) {
            return until == null
                    ? t.say(standing.textKey())
                    : t.say("insurance.desk.until", t.say(standing.textKey()), t.longDay(until));
        }
    }

    private final CertificateTable table;
    private final InsuranceSettings settings;
    private final InstantSource clock;
    private volatile @Nullable Copy copy;

    Covers(CertificateTable table, InsuranceSettings settings, InstantSource clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    /// @return null where no proof is asked for: a car park, a lease that has ended
    public @Nullable Stand stand(SignedInTenant who, HeldLease lease) {
        if (!who.leases().contains(lease.number()) || !isAsked(lease)) {
            return null;
        }
        Map<LeaseNumber, Cover> all = current();
        return stand(lease.number(), all == null ? table.cover(lease.number()) : all.get(lease.number()));
    }

    /// The same in a file that is open at the desk: asked anew, one round trip.
    public @Nullable Stand stand(SignedInStaff who, HeldLease lease) {
        return isAsked(lease) ? stand(lease.number(), table.cover(lease.number())) : null;
    }

    private Stand stand(LeaseNumber lease, @Nullable Cover known) {
        Cover cover = known == null ? Cover.none(lease) : known;
        return new Stand(standing(cover), cover.until());
    }

    Cover.Standing standing(Cover cover) {
        return cover.standing(today(), settings.soon());
    }

    /// Premises that one does not live in are billed in advance; for them the landlord asks no certificate here.
    boolean isAsked(HeldLease lease) {
        return !lease.billedInAdvance() && !lease.hasEnded(today());
    }

    LocalDate today() {
        return clock.instant().atZone(Texts.ZONE).toLocalDate();
    }

    /// Something was sent or decided in the caller's transaction.
    void forget() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                copy = null;
            }
        });
    }

    private @Nullable Map<LeaseNumber, Cover> current() {
        Instant now = clock.instant();
        Copy held = copy;
        if (held == null || held.readAt().plus(KEPT).isBefore(now)) {
            held = new Copy(
                    now,
                    table.isMoreThan(MOST_IN_MEMORY)
                            ? null
                            : table.covers().stream().collect(Collectors.toMap(Cover::lease, Function.identity())));
            copy = held;
        }
        return held.covers();
    }
}
