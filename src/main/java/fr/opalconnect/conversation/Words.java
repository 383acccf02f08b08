package fr.opalconnect.conversation;

import java.util.List;
import java.util.UUID;

/// What somebody sends.
///
/// @param body        as typed; may be empty when there are files
/// @param attachments ids in the module attachment, kept for whoever writes
/// @param key         made with the form: sent again, it is the same message
public record Words(String body, List<UUID> attachments, UUID key) {
    /// Letters; a longer message is refused by the page.
    public static final int LONGEST = 5_000;

    /// Files in one message.
    public static final int MOST_FILES = 10;

    public Words {
        body = body.strip().replace("\r\n", "\n");
        attachments = List.copyOf(attachments);
    }

    public boolean isEmpty() {
        return body.isEmpty() && attachments.isEmpty();
    }
}
