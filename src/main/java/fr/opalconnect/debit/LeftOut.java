package fr.opalconnect.debit;

import java.util.Locale;

/// Why a collection is left out.
enum LeftOut {
    /// By the office, which says why in its own words.
    OFFICE,
    /// By the tenant, for once.
    SUSPENDED,
    /// The mandate ended.
    ENDED,
    /// The bank does not debit that account any more.
    STOPPED,
    /// Nothing is owed any more, or other money is on its way.
    PAID,
    /// Nobody approved it in time.
    LATE;

    /// The key of its words.
    String textKey() {
        return "debit.left-out." + name().toLowerCase(Locale.ROOT);
    }
}
