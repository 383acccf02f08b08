package fr.opalconnect.conversation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as its form sends it; its files come beside it.
///
/// @param cle     the form's own key, made with the page
/// @param message the words
record Typed(@Nullable String cle, @Nullable String message) {
    String text() {
        return message == null ? "" : message;
    }

    /// The same form has the same key, whatever a browser makes of it.
    UUID key() {
        if (cle == null || cle.isBlank()) {
            return UUID.randomUUID();
        }
        try {
            return UUID.fromString(cle);
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(cle.getBytes(StandardCharsets.UTF_8));
        }
    }
}
