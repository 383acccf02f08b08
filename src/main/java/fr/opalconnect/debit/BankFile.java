package fr.opalconnect.debit;

import fr.opalconnect.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// A file for the bank; once written it is the same for ever.
///
/// @param number   the landlord's files are counted
/// @param version  `pain.008.001.02`
/// @param madeBy   who approved it
/// @param sha256   of its bytes
/// @param agencies whose collections are in it
record BankFile(
        UUID id,
        long number,
        LocalDate dueOn,
        String version,
        String messageId,
        Instant madeAt,
        String madeBy,
        int transactions,
        Money sum,
        String sha256,
        List<String> agencies) {
    BankFile {
        agencies = List.copyOf(agencies);
    }

    /// `prelevements-2026-12-05-12.xml`
    String fileName() {
        return "prelevements-%s-%d.xml".formatted(dueOn, number);
    }

    /// Where a collection stands in a file.
    ///
    /// @param account the bank account that it goes to
    /// @param block   PmtInfId
    record Place(UUID file, String block, Sequence sequence, UUID account) {}
}
