package fr.opalconnect.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What somebody wrote.
///
/// @param internal    a note of the staff, never shown to tenants
/// @param attachments ids in the module attachment
public record Message(UUID id, Instant at, Author author, String body, boolean internal, List<UUID> attachments) {
    public Message {
        attachments = List.copyOf(attachments);
    }
}
