package fr.opalconnect.transfer;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of a statement, as it is kept.
///
/// @param amount       positive came in
/// @param transactions how many payments it stands for
/// @param reference    as the debtor's bank passed it on
/// @param words        what was written with it
/// @param proposal     a lease that it may be for; null when nothing speaks for one
/// @param doubt        another statement tells the like of it: perhaps the same money
/// @param match        whose it is; null while nobody has said
/// @param takesBack    the line that it takes back; null when it takes none back, or nobody knows which
/// @param takenBackBy  the line that takes it back
record Line(
        UUID id,
        UUID statement,
        LineKind kind,
        LineState state,
        LocalDate bookedOn,
        LocalDate valueOn,
        Money amount,
        int transactions,
        @Nullable String bankReference,
        @Nullable String reference,
        String words,
        @Nullable String debtor,
        @Nullable LeaseNumber proposal,
        List<Clue> clues,
        boolean doubt,
        @Nullable Match match,
        @Nullable UUID takesBack,
        @Nullable UUID takenBackBy) {
    Line {
        clues = List.copyOf(clues);
    }

    /// Whether it is money taken back of which nobody knows yet whose it was.
    boolean asksWhatItTakesBack() {
        return kind == LineKind.REVERSAL && state == LineState.OPEN && amount.isNegative();
    }

    /// Whose the money of a line is.
    ///
    /// @param by the rule, or who of the staff
    record Match(UUID id, long number, LeaseNumber lease, Instant at, String by) {
        /// What the ERP calls it when it posts it.
        String reference() {
            return reference(number);
        }

        static String reference(long number) {
            return "VIR%08d".formatted(number);
        }
    }

    /// One step of a line.
    ///
    /// @param actor whose name; empty for the rule
    record Step(
            Instant at,
            @Nullable LineState from,
            LineState to,
            String actor,
            @Nullable LeaseNumber lease,
            @Nullable String reason) {}
}
