package fr.opalconnect.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Seals piece by piece what is written to it. Holds one piece, whatever the size of the whole.
final class SealingOutput {
    private final OutputStream out;
    private final SecretKey key;
    private final Cipher cipher;
    private final byte[] piece = new byte[Envelope.PIECE];
    private final byte[] sealed = new byte[Envelope.PIECE + Envelope.SEAL];
    private int filled;
    private long number;

    SealingOutput(OutputStream out, SecretKey key) throws GeneralSecurityException {
        this.out = out;
        this.key = key;
        this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    }

    void write(byte[] bytes, int offset, int length) throws IOException, GeneralSecurityException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == piece.length) {
                seal(false); // more has come: it is not the last
            }
            int taken = Math.min(left, piece.length - filled);
            System.arraycopy(bytes, from, piece, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
        }
    }

    void end() throws IOException, GeneralSecurityException {
        seal(true);
    }

    private void seal(boolean last) throws IOException, GeneralSecurityException {
        cipher.init(
                Cipher.ENCRYPT_MODE,
                key,
                new GCMParameterSpec(Envelope.SEAL * Byte.SIZE, Envelope.nonce(number, last)));
        int length = cipher.doFinal(piece, 0, filled, sealed);
        out.write(sealed, 0, length);
        number++;
        filled = 0;
    }
}
