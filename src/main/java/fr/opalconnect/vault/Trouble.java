package fr.opalconnect.vault;

import java.time.Instant;
import java.util.UUID;

/// Something that a row names and that cannot be read any more.
///
/// @param namedBy by whom, without personal data: `document:<id>`
/// @param since   when it was first noticed
public record Trouble(UUID id, String namedBy, Kind kind, Instant since) {
    public enum Kind {
        /// The store has nothing of that name.
        MISSING,
        /// It is there, and is not what was put there.
        DAMAGED
    }
}
