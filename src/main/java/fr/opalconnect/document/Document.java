package fr.opalconnect.document;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document as the ERP lists it.
///
/// @param key   what its address names it by; null where the ERP has announced it and not sent its file
/// @param kind  the ERP's word for it: BAIL, AVIS, QUITTANCE, …
/// @param label the ERP's own words
public record Document(String id, @Nullable UUID key, String kind, String label, LocalDate dated) {
    /// Where the desk opens it, in that tenant's file.
    public String deskAddress(String tenantNumber) {
        return DeskFilePage.address(tenantNumber, String.valueOf(key));
    }
}
