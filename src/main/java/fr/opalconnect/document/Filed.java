package fr.opalconnect.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A document of the ERP's whose file is here.
///
/// @param key  what its address names it by
/// @param kind the ERP's word
record Filed(UUID key, String kind, String label, LocalDate dated, Instant arrivedAt, Content content) {
    String address() {
        return FilePage.FOLDER + key;
    }

    /// What it is called on somebody's device.
    String fileName() {
        return FileNames.of(dated + " " + label, "." + content.type().ending());
    }

    Item item(boolean fresh, Item.Opening opening) {
        return new Item(
                ItemKind.of(kind),
                label,
                dated,
                address(),
                address() + FilePage.SAVE,
                content.type().type(),
                content.size(),
                content.pages(),
                fresh,
                opening);
    }
}
