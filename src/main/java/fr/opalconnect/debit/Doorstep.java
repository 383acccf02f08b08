package fr.opalconnect.debit;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// Whether somebody can sign a mandate for the lease that they look at, and if not, why.
@Component
class Doorstep {
    /// The ERP's word for a lease whose rent is collected by direct debit.
    private static final String AT_ERP = "PRELEVEMENT";

    enum Stand {
        OPEN,
        /// The landlord has no automatic debit.
        NOT_OFFERED,
        LEASE_ENDED,
        /// There is one, which they signed.
        SIGNED,
        /// There is one, which another holder of the lease signed.
        SIGNED_BY_OTHER,
        /// The agency has a mandate of its own: a second one would collect twice.
        AT_AGENCY,
        /// No mobile on file that a code could go to.
        NO_MOBILE
    }

    private final DebitSettings settings;
    private final MandateTable mandates;
    private final SigningCodes codes;
    private final InstantSource clock;

    Doorstep(DebitSettings settings, MandateTable mandates, SigningCodes codes, InstantSource clock) {
        this.settings = settings;
        this.mandates = mandates;
        this.codes = codes;
        this.clock = clock;
    }

    Stand of(SignedInTenant who, Tenancy tenancy) {
        List<Mandate> all = mandates.of(List.of(who.lease()));
        Mandate living = all.stream()
                .filter(mandate -> mandate.state().lives())
                .findFirst()
                .orElse(null);
        HeldLease lease = Drafting.lease(who, tenancy);
        if (living != null) {
            return living.tenant().equals(who.number()) ? Stand.SIGNED : Stand.SIGNED_BY_OTHER;
        }
        if (!settings.offered()) {
            return Stand.NOT_OFFERED;
        }
        if (lease.hasEnded(clock.instant().atZone(Texts.ZONE).toLocalDate())) {
            return Stand.LEASE_ENDED;
        }
        if (all.isEmpty() && AT_ERP.equals(lease.paymentMethod())) {
            return Stand.AT_AGENCY;
        }
        return mayBeTexted(tenancy) ? Stand.OPEN : Stand.NO_MOBILE;
    }

    boolean mayBeTexted(Tenancy tenancy) {
        return codes.reach(tenancy.phone());
    }
}
