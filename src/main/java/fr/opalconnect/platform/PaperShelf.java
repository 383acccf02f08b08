package fr.opalconnect.platform;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import java.util.List;

/// Papers of a tenant that a module makes or keeps: mandates, receipts. The documents page lists them beside its own;
/// so
/// no module has to know another's tables.
public interface PaperShelf {
    enum Kind {
        MANDATE,
        RECEIPT,
        INSURANCE
    }

    /// @param title   in the page's language
    /// @param date    the day that it tells of
    /// @param address where the tenant gets the file, a PDF
    record Paper(Kind kind, String title, LocalDate date, String address) {}

    /// Those of the lease that is looked at, in any order.
    List<Paper> papers(SignedInTenant who, Texts t);
}
