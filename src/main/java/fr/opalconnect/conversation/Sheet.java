package fr.opalconnect.conversation;

import fr.opalconnect.attachment.Joined;
import java.util.UUID;

/// A message being written, as its form shows it.
///
/// @param key    of the form: a new one for each message
/// @param joined files that were kept when the form came back with a mistake
record Sheet(String typed, UUID key, Joined joined) {
    static Sheet blank() {
        return new Sheet("", UUID.randomUUID(), Joined.nothing(Joined.TENANTS_DOOR));
    }
}
