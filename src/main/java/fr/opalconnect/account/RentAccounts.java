package fr.opalconnect.account;

import fr.opalconnect.kernel.SignedInTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rent account of the lease that a tenant is looking at. Each verb costs one round trip.
@Component
public class RentAccounts {
    private final LedgerTable ledger;

    RentAccounts(LedgerTable ledger) {
        this.ledger = ledger;
    }

    public AccountOverview overview(SignedInTenant who) {
        return ledger.overview(who.lease());
    }

    /// @param year null for the latest year that has lines
    public Statement statement(SignedInTenant who, @Nullable Integer year) {
        return ledger.statement(who.lease(), year);
    }
}
