package fr.opalconnect.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Writes rows to PostgreSQL in the binary form of COPY. PostgreSQL takes in one part while the next one is being made:
/// the two work side by side.
final class CopyRows implements Closeable {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int FULL = 1 << 16;
    /// 1 January 2000, from which PostgreSQL counts days.
    private static final int EPOCH = 10_957;

    private final CopyIn copy;
    private byte[] bytes = new byte[FULL * 2];
    private int used;
    private int rowStart;

    /// @param sql `COPY table FROM STDIN (FORMAT binary)`
    CopyRows(Connection connection, String sql) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
        used = HEADER.length;
    }

    void beginRow(int columns) {
        rowStart = used;
        room(2);
        bytes[used++] = (byte) (columns >> 8);
        bytes[used++] = (byte) columns;
    }

    /// Forgets the row that was begun.
    void dropRow() {
        used = rowStart;
    }

    void endRow() throws SQLException {
        if (used >= FULL) {
            copy.writeToCopy(bytes, 0, used);
            used = 0;
        }
    }

    void none() {
        int4Raw(-1);
    }

    void text(byte[] from, int start, int end) {
        int length = end - start;
        int4Raw(length);
        room(length);
        System.arraycopy(from, start, bytes, used, length);
        used += length;
    }

    void int4(int value) {
        int4Raw(4);
        int4Raw(value);
    }

    void int8(long value) {
        int4Raw(8);
        int4Raw((int) (value >> 32));
        int4Raw((int) value);
    }

    /// @param epochDay as [java.time.LocalDate#toEpochDay()] counts
    void date(long epochDay) {
        int4((int) epochDay - EPOCH);
    }

    void flag(boolean value) {
        int4Raw(1);
        room(1);
        bytes[used++] = (byte) (value ? 1 : 0);
    }

    /// @return how many rows there are now
    long end() throws SQLException {
        room(2);
        bytes[used++] = (byte) 0xFF;
        bytes[used++] = (byte) 0xFF;
        copy.writeToCopy(bytes, 0, used);
        return copy.endCopy();
    }

    private void int4Raw(int value) {
        room(4);
        bytes[used++] = (byte) (value >> 24);
        bytes[used++] = (byte) (value >> 16);
        bytes[used++] = (byte) (value >> 8);
        bytes[used++] = (byte) value;
    }

    private void room(int wanted) {
        if (used + wanted > bytes.length) {
            bytes = java.util.Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + wanted));
        }
    }

    /// Gives up what was not ended.
    @Override
    public void close() throws IOException {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
