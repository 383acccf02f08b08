package fr.opalconnect.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Turns a file of any one-byte encoding into UTF-8 as it is read, so that all that follows knows one encoding only.
/// A byte that the encoding does not have comes out as one that UTF-8 does not have either, and is rejected there.
final class Utf8Input extends FilterInputStream {
    private static final byte[] NO_CHARACTER = {(byte) 0xFF};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int LONGEST = 3;

    private final byte[][] table = new byte[256][];
    private final byte[] raw = new byte[1 << 16];
    private int next;
    private int limit;

    private Utf8Input(InputStream in, Charset charset) {
        super(in);
        for (int b = 0; b < table.length; b++) {
            String character = new String(new byte[] {(byte) b}, charset);
            table[b] = character.equals("\uFFFD") ? NO_CHARACTER : character.getBytes(StandardCharsets.UTF_8);
        }
    }

    /// The same text in UTF-8, without a byte order mark.
    static InputStream of(InputStream in, Charset charset) throws IOException {
        return charset.equals(StandardCharsets.UTF_8) ? withoutMark(in) : new Utf8Input(in, charset);
    }

    private static InputStream withoutMark(InputStream in) throws IOException {
        byte[] first = in.readNBytes(BYTE_ORDER_MARK.length);
        if (java.util.Arrays.equals(first, BYTE_ORDER_MARK)) {
            return in;
        }
        return new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(first), in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length < LONGEST) {
            throw new IllegalArgumentException("a buffer of " + length + " bytes has no room for a character");
        }
        if (next == limit) {
            next = 0;
            limit = Math.max(0, super.read(raw, 0, raw.length));
            if (limit == 0) {
                return -1;
            }
        }
        int to = offset;
        while (next < limit && to <= offset + length - LONGEST) {
            byte b = raw[next++];
            if (b >= 0) {
                buffer[to++] = b;
            } else {
                for (byte each : table[b & 0xFF]) {
                    buffer[to++] = each;
                }
            }
        }
        return to - offset;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("read by the buffer");
    }
}
