package fr.opalconnect.account;

import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.tenancy.TenantFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rent account of the lease that a tenant is looking at. Each verb costs one round trip.
@Component
public class RentAccounts {
    private final LedgerTable ledger;
    private final HistoryTable history;
    private final TenantFiles files;

    RentAccounts(LedgerTable ledger, HistoryTable history, TenantFiles files) {
        this.ledger = ledger;
        this.history = history;
        this.files = files;
    }

    public AccountOverview overview(SignedInTenant who) {
        return ledger.overview(who.lease());
    }

    /// @param year null for the latest year that has lines
    public Statement statement(SignedInTenant who, @Nullable Integer year) {
        return ledger.book(who.lease()).statement(year);
    }

    /// All of it, for what needs more than a year.
    public AccountBook book(SignedInTenant who) {
        return ledger.book(who.lease());
    }

    /// From its first line on.
    public AccountHistory history(SignedInTenant who) {
        return history.of(who.lease());
    }

    /// @return null when it is no line of this account
    public @Nullable Line line(SignedInTenant who, String id) {
        return history.find(who.lease(), id);
    }

    /// The same for the agency's desk. One round trip more: whether the lease is theirs to see.
    ///
    /// @return null when the lease is of no agency of theirs
    public @Nullable AccountOverview overview(SignedInStaff who, LeaseNumber lease) {
        return files.sees(who, lease) ? ledger.overview(lease) : null;
    }

    /// @param year null for the latest year that has lines
    /// @return null when the lease is of no agency of theirs
    public @Nullable Statement statement(SignedInStaff who, LeaseNumber lease, @Nullable Integer year) {
        return files.sees(who, lease) ? ledger.book(lease).statement(year) : null;
    }
}
