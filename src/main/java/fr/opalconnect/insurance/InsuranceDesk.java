package fr.opalconnect.insurance;

import fr.opalconnect.insurance.CertificateTable.Step;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.tenancy.Households;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The office's decisions about certificates: only of households in the agencies of whoever asks.
@Component
class InsuranceDesk {
    private final CertificateTable table;
    private final Households households;
    private final Covers covers;
    private final Told told;
    private final InstantSource clock;

    InsuranceDesk(CertificateTable table, Households households, Covers covers, Told told, InstantSource clock) {
        this.table = table;
        this.households = households;
        this.covers = covers;
        this.told = told;
        this.clock = clock;
    }

    @Transactional
    public Ending accept(SignedInStaff who, UUID id) {
        return decide(who, id, CertificateState.ACCEPTED, null);
    }

    /// @param reason for the tenant to read
    @Transactional
    public Ending refuse(SignedInStaff who, UUID id, String reason) {
        return decide(who, id, CertificateState.REFUSED, reason);
    }

    /// Whether a page is of a certificate of one of their households.
    boolean maySee(SignedInStaff who, UUID piece) {
        Certificate one = table.ofPiece(piece);
        return one != null && sees(who, one);
    }

    private Ending decide(SignedInStaff who, UUID id, CertificateState to, @Nullable String reason) {
        Certificate one = table.lock(id);
        if (one == null || !sees(who, one)) {
            return new Ending.NotFound();
        }
        if (one.state() == to) {
            return new Ending.Done(); // pressed twice
        }
        if (!one.state().mayBecome(to, CertificateState.By.STAFF)) {
            return new Ending.NotNow();
        }
        table.become(new Step(Ids.next(clock), id, clock.instant(), one.state(), to, who.actor(), who.name(), reason));
        told.decided(who, one, to);
        covers.forget();
        return new Ending.Done();
    }

    private boolean sees(SignedInStaff who, Certificate one) {
        return !households.of(who, List.of(one.lease())).isEmpty();
    }
}
