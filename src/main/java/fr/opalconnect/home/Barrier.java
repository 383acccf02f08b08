package fr.opalconnect.home;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that kept somebody from using a page.
///
/// @param page    as they name it
/// @param trouble in their words
/// @param contact how to answer them; null when they did not say
/// @param doneAt  null while somebody has to look at it
record Barrier(
        UUID id,
        Instant toldAt,
        String page,
        String trouble,
        @Nullable String contact,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {
    boolean open() {
        return doneAt == null;
    }
}
