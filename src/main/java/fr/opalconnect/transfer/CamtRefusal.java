package fr.opalconnect.transfer;

import java.util.List;
import java.util.Locale;

/// Why a file is not taken. Only the reader of one file throws it; to all others it is a value.
final class CamtRefusal extends Exception {
    private static final long serialVersionUID = 1;

    /// Each has its sentence, `transfer.refused.…`.
    enum Reason {
        /// Nothing in it, or nothing that came whole.
        EMPTY,
        TOO_LARGE,
        /// Not XML, or broken off.
        NOT_XML,
        /// It brings a DTD with it: no bank's file does.
        DTD,
        /// XML, but no camt.053 or camt.054.
        OTHER_MESSAGE,
        /// {0} is the version.
        VERSION,
        /// {0} is missing.
        MISSING,
        /// {0} holds {1}, which is no date, amount or the like.
        UNREADABLE,
        /// {0} has more decimals than cents.
        NOT_CENTS,
        /// {0} is not the euro.
        CURRENCY,
        /// {0} entries are announced, {1} are in it.
        COUNT,
        /// The opening balance and the entries make {0}, the closing balance is {1}.
        SUM,
        /// The statement {0} came before with other entries.
        CHANGED,
        /// {0} is of another account than the landlord's.
        ACCOUNT
    }

    final Reason reason;
    final List<String> values;

    CamtRefusal(Reason reason, String... values) {
        super(reason.name());
        this.reason = reason;
        this.values = List.of(values);
    }

    static String textKey(Reason reason) {
        return "transfer.refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
