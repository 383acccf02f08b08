package fr.opalconnect.office;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of a file's history.
///
/// @param textKey what happened
/// @param values  what fills the holes of that text
/// @param why     in the words of who did it; null when nothing was asked
record FileEvent(
        Instant at,
        String textKey,
        List<String> values,
        @Nullable String why) {
    FileEvent {
        values = List.copyOf(values);
    }
}
