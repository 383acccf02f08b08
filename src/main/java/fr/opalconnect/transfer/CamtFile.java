package fr.opalconnect.transfer;

import fr.opalconnect.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a bank's file says, whole.
///
/// @param version   `camt.053.001.08`
/// @param messageId the bank's name for the file
record CamtFile(String version, @Nullable String messageId, List<Statement> statements) {
    CamtFile {
        statements = List.copyOf(statements);
    }

    /// A statement (camt.053), or what was booked during a day (camt.054).
    ///
    /// @param booked    false: a notification only, the statement will say it again
    /// @param id        the bank's
    /// @param account   IBAN, or what stands in its place
    /// @param opening   null where the file does not say
    /// @param announced entries that are not booked: they are no money yet
    record Statement(
            boolean booked,
            String id,
            @Nullable Instant createdAt,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String account,
            @Nullable Money opening,
            @Nullable Money closing,
            int announced,
            List<Booking> bookings) {
        Statement {
            bookings = List.copyOf(bookings);
        }
    }

    /// One sum that came in or went out.
    ///
    /// @param amount       positive came in
    /// @param reversal     takes an earlier booking back
    /// @param code         the bank's code for what it is, `PMNT/RCDT/ESCT`; may be empty
    /// @param transactions how many it stands for: a bundle that is not told apart has many
    /// @param bankReference the bank's own number of it
    /// @param reference    as the debtor's bank passed it on in its field
    /// @param text         whatever else was written
    record Booking(
            LocalDate bookedOn,
            LocalDate valueOn,
            Money amount,
            boolean reversal,
            boolean returned,
            String code,
            int transactions,
            @Nullable String bankReference,
            @Nullable String endToEnd,
            @Nullable String reference,
            String text,
            @Nullable String debtor,
            @Nullable String debtorIban) {
        /// All that somebody may have written a reference into.
        String words() {
            return String.join(" ", reference == null ? "" : reference, text, endToEnd == null ? "" : endToEnd);
        }
    }
}
