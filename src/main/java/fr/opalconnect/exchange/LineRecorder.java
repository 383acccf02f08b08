package fr.opalconnect.exchange;

import java.nio.ByteBuffer;

/// Notes the lines of tonight's file, for tomorrow's [KnownLines].
final class LineRecorder {
    private static final int LONGEST_CELL = 0xFFFF;

    /// Takes a chunk away to where it is kept.
    interface Keeper {
        void keep(int chunk, byte[] fingerprints, byte[] keys);
    }

    private final Keeper keeper;
    private final ByteBuffer fingerprints = ByteBuffer.allocate(KnownChunk.SIZE * Long.BYTES);
    private final KeyList keys = new KeyList();
    private int chunks;

    LineRecorder(Keeper keeper) {
        this.keeper = keeper;
    }

    /// A line as it was just read.
    ///
    /// @param cells of its key
    void add(long fingerprint, CsvReader csv, int[] cells) {
        fingerprints.putLong(fingerprint);
        keys.begin();
        for (int cell : cells) {
            int end = Math.min(csv.end(cell), csv.start(cell) + LONGEST_CELL);
            keys.cell(csv.buffer(), csv.start(cell), end);
        }
        full();
    }

    /// A line that was known already.
    void add(long fingerprint, KnownChunk chunk, int line) {
        fingerprints.putLong(fingerprint);
        keys.add(chunk.keys(), chunk.keyStart(line), chunk.keyEnd(line));
        full();
    }

    /// @return how many chunks there are in all
    int end() {
        if (fingerprints.position() > 0) {
            keep();
        }
        return chunks;
    }

    private void full() {
        if (!fingerprints.hasRemaining()) {
            keep();
        }
    }

    private void keep() {
        byte[] written = java.util.Arrays.copyOf(fingerprints.array(), fingerprints.position());
        keeper.keep(chunks++, written, keys.toBytes());
        fingerprints.clear();
        keys.clear();
    }
}
