package fr.opalconnect.exchange;

import java.sql.SQLException;
import java.util.Arrays;

/// Keys one after the other in as few bytes as they have.
final class KeyList {
    private byte[] bytes = new byte[1 << 12];
    private int used;
    private int size;

    /// Adds a key that is written as here.
    void add(byte[] from, int start, int end) {
        room(end - start);
        System.arraycopy(from, start, bytes, used, end - start);
        used += end - start;
        size++;
    }

    /// Begins a key; its cells follow.
    void begin() {
        size++;
    }

    void cell(byte[] from, int start, int end) {
        room(end - start + 2);
        bytes[used++] = (byte) ((end - start) >> 8);
        bytes[used++] = (byte) (end - start);
        System.arraycopy(from, start, bytes, used, end - start);
        used += end - start;
    }

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, used);
    }

    void clear() {
        used = 0;
        size = 0;
    }

    /// @param cells of a key
    void writeTo(CopyRows rows, int cells) throws SQLException {
        int at = 0;
        while (at < used) {
            rows.beginRow(cells);
            for (int cell = 0; cell < cells; cell++) {
                int length = ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
                rows.text(bytes, at + 2, at + 2 + length);
                at += 2 + length;
            }
            rows.endRow();
        }
    }

    private void room(int wanted) {
        if (used + wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + wanted));
        }
    }
}
