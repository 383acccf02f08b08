package fr.opalconnect.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A part of a list of the desk, the latest words first; the pile of what is late begins with what is late longest.
///
/// @param next where the list goes on; null at its end
public record InboxPage(List<Line> lines, @Nullable Key next) {
    /// A place in the list.
    public record Key(Instant at, UUID id) {}

    public InboxPage {
        lines = List.copyOf(lines);
    }
}
