package fr.opalconnect.attachment;

import java.util.HashMap;
import java.util.Map;

/// How much may lie in the temporary folder at once, of all requests together; one address has a part of it only, so
/// that somebody who sends slowly without end takes it from nobody else.
final class Room {
    private static final int PARTS = 8;

    private final long most;
    private final Map<String, Long> taken = new HashMap<>();
    private long all;

    Room(long most) {
        this.most = most;
    }

    /// @return whether there was room
    synchronized boolean take(String address, long bytes) {
        long theirs = taken.getOrDefault(address, 0L);
        if (all + bytes > most || theirs + bytes > most / PARTS) {
            return false;
        }
        all += bytes;
        taken.put(address, theirs + bytes);
        return true;
    }

    synchronized void give(String address, long bytes) {
        all -= bytes;
        taken.computeIfPresent(address, (same, theirs) -> theirs <= bytes ? null : theirs - bytes);
    }

    synchronized long taken() {
        return all;
    }
}
