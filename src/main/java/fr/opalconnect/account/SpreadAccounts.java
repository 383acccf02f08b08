package fr.opalconnect.account;

import fr.opalconnect.kernel.LeaseNumber;
import org.springframework.stereotype.Component;

/// How the rent accounts stand whose debts are paid month by month. For the module that spreads them, and only for its
/// leases.
@Component
public class SpreadAccounts {
    private final LedgerTable ledger;

    SpreadAccounts(LedgerTable ledger) {
        this.ledger = ledger;
    }

    public AccountOverview overview(LeaseNumber lease) {
        return ledger.overview(lease);
    }
}
