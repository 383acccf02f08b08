package fr.opalconnect.conversation;

import java.util.List;
import java.util.UUID;

/// A message being written, as its form shows it.
///
/// @param key  of the form: a new one for each message
/// @param kept files that were kept when the form came back with a mistake
record Sheet(String typed, UUID key, List<UUID> kept) {
    Sheet {
        kept = List.copyOf(kept);
    }

    static Sheet blank() {
        return new Sheet("", UUID.randomUUID(), List.of());
    }
}
