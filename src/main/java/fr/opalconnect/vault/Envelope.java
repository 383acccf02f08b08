package fr.opalconnect.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// How a file lies in the store. First a head: four letters, the number of the landlord's key, and the file's own key
/// (drawn for it alone) sealed under that one. Then the content in pieces of 64 KiB, each with its seal (AES-256-GCM).
/// A piece's nonce is its number and whether it is the last, so that pieces cannot be left out, moved or cut off.
/// When the landlord's key changes only the head is written anew.
///
/// @param key    the number of the landlord's key
/// @param sealed the file's own key
@SuppressWarnings("ArrayRecordComponent") // never compared
record Envelope(int key, byte[] sealed) {
    static final int PIECE = 64 * 1024;
    static final int SEAL = 16;
    /// What [KeySet] makes of 32 bytes.
    static final int SEALED_KEY = 60;

    static final int HEAD = 4 + 4 + SEALED_KEY;

    private static final byte[] LETTERS = "OPV1".getBytes(StandardCharsets.US_ASCII);

    byte[] head() {
        return ByteBuffer.allocate(HEAD).put(LETTERS).putInt(key).put(sealed).array();
    }

    static Envelope read(InputStream in) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(in.readNBytes(HEAD));
        if (head.remaining() < HEAD || !Arrays.equals(Arrays.copyOf(head.array(), LETTERS.length), LETTERS)) {
            throw new Damaged("no head");
        }
        head.position(LETTERS.length);
        int key = head.getInt();
        byte[] sealed = new byte[SEALED_KEY];
        head.get(sealed);
        return new Envelope(key, sealed);
    }

    /// The number of the last piece; there is always one, even of nothing.
    static long lastPiece(long size) {
        return size == 0 ? 0 : (size - 1) / PIECE;
    }

    /// How much room a file of that size takes.
    static long room(long size) {
        return HEAD + size + (lastPiece(size) + 1) * SEAL;
    }

    /// Where a piece begins.
    static long place(long piece) {
        return HEAD + piece * (PIECE + SEAL);
    }

    /// Never the same twice under one key: a key belongs to one file.
    static byte[] nonce(long piece, boolean last) {
        return ByteBuffer.allocate(12)
                .put(3, (byte) (last ? 1 : 0))
                .putLong(4, piece)
                .array();
    }
}
