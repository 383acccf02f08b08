package fr.opalconnect.notification;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a letter says, in the tenant's language.
///
/// @param title       the subject, and the heading
/// @param paragraphs  plain text
/// @param buttonLabel what the one button does; empty without a button
/// @param button      where it leads
/// @param unsubscribe where letters of this kind are stopped without signing in; null where they cannot be
/// @param reason      why this tenant gets this letter: one sentence
record MailView(
        String title,
        List<String> paragraphs,
        String buttonLabel,
        @Nullable URI button,
        @Nullable URI unsubscribe,
        String reason) {
    MailView {
        paragraphs = List.copyOf(paragraphs);
    }
}
