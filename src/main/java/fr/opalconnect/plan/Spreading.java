package fr.opalconnect.plan;

import fr.opalconnect.kernel.LeaseNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Which leases pay a plan, for Accueil: a copy in memory, a minute old at most. What was just decided on this node
/// shows at once.
@Component
class Spreading {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Copy NOTHING = new Copy(Instant.EPOCH, Set.of());

    private record Copy(Instant readAt, Set<LeaseNumber> leases) {}

    private final PlanTable table;
    private final InstantSource clock;
    private volatile Copy copy = NOTHING;

    Spreading(PlanTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    boolean includes(LeaseNumber lease) {
        Copy known = copy;
        Instant now = clock.instant();
        if (known.readAt.isBefore(now.minus(KEPT))) {
            known = new Copy(now, table.leasesWithOne());
            copy = known;
        }
        return known.leases.contains(lease);
    }

    /// One began or ended in the caller's transaction.
    void forget() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                copy = NOTHING;
            }
        });
    }
}
