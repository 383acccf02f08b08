package fr.opalconnect.plan;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.platform.MinuteCopy;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Which leases pay a plan, for Accueil.
@Component
class Spreading {
    private final MinuteCopy<Set<LeaseNumber>> leases;

    Spreading(PlanTable table, InstantSource clock) {
        this.leases = new MinuteCopy<>(clock, _ -> table.leasesWithOne());
    }

    boolean includes(LeaseNumber lease) {
        return leases.get().contains(lease);
    }

    /// One began or ended in the caller's transaction.
    void forget() {
        leases.forgetAfterCommit();
    }
}
