package fr.opalconnect.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened besides the words.
///
/// @param from of a move: the state before; null for the first
/// @param why  in their words; of an assignment the name of who has it now, of a slot nothing
public record Step(
        UUID id,
        Instant at,
        Act act,
        @Nullable State from,
        @Nullable State to,
        Author author,
        @Nullable String why) {
    public enum Act {
        MOVED,
        /// Shown to the staff only.
        ASSIGNED,
        /// To another agency. Shown to the staff only.
        HANDED_OVER,
        OFFERED,
        CHOSE,
        DECLINED
    }
}
