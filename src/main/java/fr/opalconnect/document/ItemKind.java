package fr.opalconnect.document;

import fr.opalconnect.platform.PaperShelf;
import java.util.Locale;

/// What a document is, as tenants sort them; in the order of the filters.
enum ItemKind {
    LEASE,
    NOTICE,
    RECEIPT,
    CHARGES,
    INVENTORY,
    LETTER,
    MANDATE,
    CERTIFICATE,
    INSURANCE,
    OWN;

    /// @param nature the ERP's word
    static ItemKind of(String nature) {
        return switch (nature) {
            case "BAIL" -> LEASE;
            case "AVIS" -> NOTICE;
            case "QUITTANCE" -> RECEIPT;
            case "DECOMPTE_CHARGES" -> CHARGES;
            case "ETAT_DES_LIEUX" -> INVENTORY;
            default -> LETTER;
        };
    }

    static ItemKind of(MadePaper.Kind made) {
        return switch (made) {
            case RENT_NOTICE -> NOTICE;
            case RENT_RECEIPT, PARTIAL_PAYMENT_RECEIPT -> RECEIPT;
            case STATEMENT, RENT_CERTIFICATE -> CERTIFICATE;
        };
    }

    static ItemKind of(PaperShelf.Kind kind) {
        return switch (kind) {
            case MANDATE -> MANDATE;
            case RECEIPT -> RECEIPT;
            case INSURANCE -> INSURANCE;
        };
    }

    /// As addresses write it: `lease`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The key of its name; a list of several has `.many` behind it.
    String textKey() {
        return "document.kind." + word();
    }
}
