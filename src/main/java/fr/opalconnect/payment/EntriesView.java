package fr.opalconnect.payment;

import fr.opalconnect.account.Proposal;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.tenancy.LeaseAtDesk;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Entries that may be money on its way.
///
/// @param note what was just done
record EntriesView(
        List<Proposal> proposals,
        Map<LeaseNumber, LeaseAtDesk> leases,
        boolean mayAct,
        @Nullable String note,
        DeskTodo todo) {
    String name(Proposal proposal) {
        LeaseAtDesk lease = leases.get(proposal.coming().lease());
        return lease == null || lease.name() == null ? "–" : lease.name();
    }

    static String method(Proposal proposal) {
        return "payment.entries."
                + proposal.coming().method().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
