package fr.opalconnect.debit;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One collection of one notice.
///
/// @param reference  what the bank and the ERP give back (EndToEndId, `reference_paiement`)
/// @param dueOn      the day on which it leaves the tenant's bank
/// @param account    the bank account that it went to; null until it is sent
/// @param file       the bank's file that it is in; null until it is sent
/// @param detail     of its last step: why it was left out, the bank's code of a return
record DirectDebit(
        UUID id,
        UUID mandate,
        LeaseNumber lease,
        String notice,
        @Nullable String agency,
        String reference,
        Money amount,
        LocalDate dueOn,
        Instant announcedAt,
        DebitState state,
        @Nullable UUID account,
        @Nullable UUID file,
        @Nullable String detail) {}
