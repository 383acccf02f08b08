package fr.opalconnect.exchange;

import java.nio.ByteBuffer;
import java.util.BitSet;

/// Some thousand lines of a file as the last whole package had them: of each its fingerprint and its key.
final class KnownChunk {
    static final int SIZE = 8192;

    private final long[] fingerprints;
    private final byte[] keys;
    /// Where each line's key begins; one more for the end of the last.
    private final int[] keyStarts;
    /// Places of the lines by fingerprint, plus one; open addressing.
    private final short[] table = new short[SIZE * 2];

    private final BitSet met;

    /// @param keys of each line its key's cells, each two bytes of length and then its bytes
    /// @param cells of a key
    KnownChunk(byte[] fingerprints, byte[] keys, int cells) {
        int lines = fingerprints.length / Long.BYTES;
        this.fingerprints = new long[lines];
        ByteBuffer.wrap(fingerprints).asLongBuffer().get(this.fingerprints);
        this.keys = keys;
        this.keyStarts = new int[lines + 1];
        this.met = new BitSet(lines);
        int at = 0;
        for (int line = 0; line < lines; line++) {
            keyStarts[line] = at;
            for (int cell = 0; cell < cells; cell++) {
                at += 2 + cellLength(at);
            }
            int slot = slot(this.fingerprints[line]);
            while (table[slot] != 0) {
                slot = (slot + 1) % table.length;
            }
            table[slot] = (short) (line + 1);
        }
        keyStarts[lines] = at;
    }

    int lines() {
        return fingerprints.length;
    }

    /// Whether this line has this fingerprint and was not met yet; from then on it was.
    boolean meet(int line, long fingerprint) {
        if (line < fingerprints.length && fingerprints[line] == fingerprint && !met.get(line)) {
            met.set(line);
            return true;
        }
        return false;
    }

    /// @return a line with this fingerprint that was not met until now, or -1
    int meetAny(long fingerprint) {
        for (int slot = slot(fingerprint); table[slot] != 0; slot = (slot + 1) % table.length) {
            int line = table[slot] - 1;
            if (meet(line, fingerprint)) {
                return line;
            }
        }
        return -1;
    }

    /// @return the next line from here that was not met, or -1
    int nextNotMet(int from) {
        int line = met.nextClearBit(from);
        return line < fingerprints.length ? line : -1;
    }

    byte[] keys() {
        return keys;
    }

    int keyStart(int line) {
        return keyStarts[line];
    }

    int keyEnd(int line) {
        return keyStarts[line + 1];
    }

    private int cellLength(int at) {
        return (keys[at] & 0xFF) << 8 | (keys[at + 1] & 0xFF);
    }

    /// Multiplied first, because fingerprints that lie close together must not queue for the same place.
    private int slot(long fingerprint) {
        return (int) ((fingerprint * 0x9E37_79B9_7F4A_7C15L) >>> 40) & (table.length - 1);
    }
}
