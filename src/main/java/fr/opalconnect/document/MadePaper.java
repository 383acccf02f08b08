package fr.opalconnect.document;

import java.time.LocalDate;

/// A paper that we make ourselves, on demand, from what the rent account says: nobody stores it.
///
/// @param kind    what it is
/// @param title   as it stands on the page, in the page's language
/// @param date    the day that it tells of
/// @param address where the tenant gets it; a PDF, but for the statement, which asks for two dates first
public record MadePaper(Kind kind, String title, LocalDate date, String address) {
    public enum Kind {
        /// Avis d'échéance.
        RENT_NOTICE,
        /// Quittance, of a settled term.
        RENT_RECEIPT,
        /// Reçu, of a term that is paid in part.
        PARTIAL_PAYMENT_RECEIPT,
        /// Relevé of a period; its address is a page.
        STATEMENT,
        /// Attestation de loyer.
        RENT_CERTIFICATE;

        /// Whether its address is the file itself.
        public boolean isFile() {
            return this != STATEMENT;
        }
    }
}
