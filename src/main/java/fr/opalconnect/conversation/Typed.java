package fr.opalconnect.conversation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// A message as its form sends it.
///
/// @param cle     the form's own key, made with the page
/// @param message the words
/// @param jointes files that are kept already: sent beforehand by a script, or with the form when it came back
/// @param pieces  files that come with the form
record Typed(
        @Nullable String cle,
        @Nullable String message,
        @Nullable List<UUID> jointes,
        @Nullable List<MultipartFile> pieces) {
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

    List<UUID> kept() {
        return jointes == null ? List.of() : jointes;
    }

    List<MultipartFile> files() {
        return pieces == null
                ? List.of()
                : pieces.stream().filter(file -> !file.isEmpty()).toList();
    }
}
