package fr.opalconnect.transfer;

import fr.opalconnect.transfer.CamtFile.Booking;
import java.util.List;
import java.util.Locale;

/// What a line of a statement is.
enum LineKind {
    /// Somebody paid by transfer: the one kind that is looked up in the rent accounts.
    TRANSFER,
    /// A provider's bundle of card payments: known one by one already.
    CARDS,
    /// The bank's credit for a file of direct debits.
    DEBITS,
    /// A direct debit, or a transfer of the landlord's, that came back.
    RETURNED,
    /// Takes an earlier booking back.
    REVERSAL,
    /// The landlord paid somebody.
    OUTGOING;

    static LineKind of(Booking booking, TransferSettings settings) {
        String family = booking.code().replaceFirst("^PMNT/", "").replaceFirst("/.*", "");
        if (family.equals("RCDT") && !booking.amount().isPositive()) {
            return REVERSAL; // a transfer received, less than nothing: whatever it is called, it is taken back
        }
        if (booking.returned()) {
            return RETURNED;
        }
        if (booking.reversal()) {
            return REVERSAL;
        }
        if (!booking.amount().isPositive()) {
            // debits of ours that the debtors' banks sent back, as some banks tell them
            return family.equals("IDDT") ? RETURNED : OUTGOING;
        }
        String said =
                (booking.words() + " " + (booking.debtor() == null ? "" : booking.debtor())).toUpperCase(Locale.ROOT);
        if (family.equals("MCRD") || family.equals("CCRD") || says(said, settings.cardMarks())) {
            return CARDS;
        }
        return family.equals("IDDT") || says(said, settings.debitMarks()) ? DEBITS : TRANSFER;
    }

    /// What nobody need look at.
    boolean isLeftAside() {
        return this != TRANSFER && this != REVERSAL;
    }

    String textKey() {
        return "transfer.kind." + name().toLowerCase(Locale.ROOT);
    }

    private static boolean says(String said, List<String> marks) {
        return marks.stream().anyMatch(mark -> !mark.isBlank() && said.contains(mark.toUpperCase(Locale.ROOT)));
    }
}
