package fr.opalconnect.account;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which notices automatic debit collects, for those who print them. The module that collects answers.
public interface NoticeDebits {
    /// A collection that was announced.
    ///
    /// @param rum the mandate's reference; its bank account is its signer's affair
    record Debit(LocalDate on, Money amount, String rum) {}

    /// @return null when this notice is not collected
    @Nullable
    Debit of(LeaseNumber lease, String noticeId);

    /// @return on which day of the month what this lease owes from now on is collected; null when nobody signed for it
    @Nullable
    Integer dayOf(LeaseNumber lease);

    /// Those that their tenant pays this once although a mandate was signed here: the collection was suspended or left
    /// out, or the mandate stands still. One round trip.
    ///
    /// @param notices the leases of notices, by the notices' ids
    Set<String> leftOut(Map<String, LeaseNumber> notices);
}
