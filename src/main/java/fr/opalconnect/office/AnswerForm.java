package fr.opalconnect.office;

import fr.opalconnect.conversation.Waiting;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An answer as its form sends it.
///
/// @param message what was typed
/// @param cle     the form's own key
/// @param vu      until when the page had shown the thread, in milliseconds
/// @param mode    `note` for colleagues only
/// @param modele  the template that is chosen
/// @param inserer the button that puts it in
/// @param malgre  the button that sends although somebody else answered meanwhile
/// @param ensuite who is to do something next: `locataire`, `agence`, or as the kind decides
record AnswerForm(
        @Nullable String message,
        @Nullable UUID cle,
        @Nullable Long vu,
        @Nullable String mode,
        @Nullable UUID modele,
        @Nullable String inserer,
        @Nullable String malgre,
        @Nullable String ensuite) {
    String text() {
        return message == null ? "" : message.strip();
    }

    UUID key() {
        return cle == null ? UUID.randomUUID() : cle;
    }

    boolean isNote() {
        return "note".equals(mode);
    }

    boolean inserts() {
        return inserer != null;
    }

    boolean insists() {
        return malgre != null;
    }

    @Nullable
    Instant seen() {
        return vu == null ? null : Instant.ofEpochMilli(vu);
    }

    @Nullable
    Waiting next() {
        if ("locataire".equals(ensuite)) {
            return Waiting.TENANT;
        }
        return "agence".equals(ensuite) ? Waiting.AGENCY : null;
    }
}
