package fr.opalconnect.account;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.tenancy.TenantFiles;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is on its way to rent accounts. Whoever takes money says so here, in the transaction in which it was taken; the
/// account shows it beside the ledger, once, until an import brings the entry with its reference.
@Component
public class ComingPayments {
    private final ComingTable coming;
    private final TenantFiles files;
    private final Audit audit;
    private final InstantSource clock;

    ComingPayments(ComingTable coming, TenantFiles files, Audit audit, InstantSource clock) {
        this.coming = coming;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /// Money is on its way, or something else is to be said of it now (the same id). When the ERP was faster, it is
    /// posted at once.
    public void expect(Coming money) {
        coming.put(money, clock.instant());
    }

    /// It will not come: refused, returned, suspended. Without effect on what the ERP has already.
    public void withdraw(UUID id) {
        coming.withdraw(id, clock.instant());
    }

    /// The bank took back what was taken: the account says so for a while, whether the ERP had posted it or not.
    public void takeBack(UUID id, LocalDate on) {
        coming.takeBack(id, on, clock.instant());
    }

    /// It had not, after all: nothing is said of it any more.
    public void forgetTakenBack(UUID id) {
        coming.takeBack(id, null, clock.instant());
    }

    /// What the ERP has no entry of yet, the oldest first. One round trip.
    public List<Coming> of(LeaseNumber lease) {
        return coming.of(lease);
    }

    /// Those among these that have become entries.
    public Map<UUID, Posted> posted(Collection<UUID> ids) {
        return coming.posted(ids);
    }

    /// Entries that may be money which was expected, for the leases that somebody of the office sees.
    public List<Proposal> proposals(SignedInStaff who) {
        return coming.proposals().stream()
                .filter(proposal -> files.sees(who, proposal.coming().lease()))
                .toList();
    }

    /// The office says that an entry is that money.
    ///
    /// @return whether it was still open, is theirs to see, and the entry fits
    @Transactional
    public boolean match(SignedInStaff who, UUID money, String entryId) {
        boolean proposed = proposals(who).stream()
                .anyMatch(each ->
                        each.coming().id().equals(money) && each.entryId().equals(entryId));
        if (!proposed || !coming.match(money, entryId, who.actor(), clock.instant())) {
            return false;
        }
        audit.note(who.actor(), "matched a payment by hand", money.toString());
        return true;
    }
}
