package fr.opalconnect.vault;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Reads what was sealed, from any place on. Nothing is handed out before its seal was checked; what was cut short or
/// changed ends in [Damaged], never in less than there was.
final class OpeningInput extends InputStream {
    private final InputStream in;
    private final SecretKey key;
    private final Cipher cipher;
    private final long last;
    private final Runnable alarm;
    private final byte[] sealed = new byte[Envelope.PIECE + Envelope.SEAL];
    private final byte[] piece = new byte[Envelope.PIECE];
    private int at;
    private int limit;
    private long number;

    /// Checks the first piece at once: what cannot be opened is known before anything is answered.
    ///
    /// @param in   stands at the beginning of the piece that `from` lies in
    /// @param size  of the whole
    /// @param alarm rung when it turns out to be damaged
    OpeningInput(InputStream in, SecretKey key, long size, long from, Runnable alarm) throws IOException {
        this.in = in;
        this.key = key;
        this.alarm = alarm;
        this.last = Envelope.lastPiece(size);
        this.number = Math.min(from / Envelope.PIECE, last);
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is in every JDK", e);
        }
        open();
        at = (int) Math.min(from - (number - 1) * Envelope.PIECE, limit);
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, limit - at);
        System.arraycopy(piece, at, bytes, offset, taken);
        at += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        while (at == limit && number <= last) {
            open();
        }
        return at < limit;
    }

    private void open() throws IOException {
        try {
            openNext();
        } catch (Damaged e) {
            alarm.run();
            throw e;
        }
    }

    private void openNext() throws IOException {
        int length = in.readNBytes(sealed, 0, sealed.length);
        boolean isLast = number == last;
        if (length < Envelope.SEAL || (!isLast && length < sealed.length)) {
            throw new Damaged("cut short");
        }
        if (isLast && in.read() >= 0) {
            throw new Damaged("more than was put");
        }
        try {
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    new GCMParameterSpec(Envelope.SEAL * Byte.SIZE, Envelope.nonce(number, isLast)));
            limit = cipher.doFinal(sealed, 0, length, piece);
        } catch (GeneralSecurityException e) {
            throw new Damaged("piece " + number + " is not what was put", e);
        }
        at = 0;
        number++;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
