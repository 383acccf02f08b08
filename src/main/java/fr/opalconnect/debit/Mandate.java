package fr.opalconnect.debit;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.TenantNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tenant's order to their bank, and to the landlord, to let the rent be collected.
///
/// @param rum      its reference
/// @param tenant   who signed it; the other holders of the lease see that there is one
/// @param address  of the debtor
/// @param usedOn   the day of the last collection sent; null before the first
/// @param accounts the bank accounts that it was bound to, the newest first; never empty
record Mandate(
        UUID id,
        String rum,
        LeaseNumber lease,
        TenantNumber tenant,
        @Nullable String agency,
        MandateState state,
        int day,
        String address,
        Instant signedAt,
        @Nullable LocalDate usedOn,
        List<BankAccount> accounts) {
    Mandate {
        accounts = List.copyOf(accounts);
    }

    Mandate with(List<BankAccount> others) {
        return new Mandate(id, rum, lease, tenant, agency, state, day, address, signedAt, usedOn, others);
    }

    BankAccount newest() {
        return accounts.getFirst();
    }

    /// The account that a collection of that day goes to.
    BankAccount accountOn(LocalDate day) {
        return accounts.stream()
                .filter(account -> !account.usedFrom().isAfter(day))
                .findFirst()
                .orElse(accounts.getLast());
    }
}
