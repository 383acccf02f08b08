package fr.opalconnect.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Encrypts what must not be read in a table (AES-256-GCM, a fresh nonce each time), under the keys of [Secrets]. What
/// was sealed for one row cannot be moved to another: its place is part of the seal.
@Component
public class Sealing {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Secrets secrets;

    Sealing(Secrets secrets) {
        this.secrets = secrets;
    }

    /// For what runs on a connection of its own, as an [Outlet] does.
    public static Sealing on(JdbcClient jdbc) {
        return new Sealing(new Secrets(jdbc));
    }

    /// @param keyName of the key, one for each kind of thing
    /// @param place   where it is kept: the row's id
    public byte[] seal(String keyName, String place, byte[] open) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, keyName, place, nonce, open, 0, open.length);
        return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
    }

    /// @throws IllegalStateException when it was not sealed for this place, or has been touched
    public byte[] open(String keyName, String place, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        return run(Cipher.DECRYPT_MODE, keyName, place, nonce, sealed, NONCE, sealed.length - NONCE);
    }

    public byte[] seal(String keyName, String place, String open) {
        return seal(keyName, place, open.getBytes(StandardCharsets.UTF_8));
    }

    public String openText(String keyName, String place, byte[] sealed) {
        return new String(open(keyName, place, sealed), StandardCharsets.UTF_8);
    }

    /// Destroys a key that nothing is sealed under any more. Other nodes may still know it until they end.
    public void forget(String keyName) {
        secrets.forget(secret(keyName));
    }

    private static String secret(String keyName) {
        return "sealing." + keyName;
    }

    private byte[] run(int mode, String keyName, String place, byte[] nonce, byte[] input, int from, int length) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(secrets.key(secret(keyName)), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, from, length);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("what is kept at " + place + " was not sealed there", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is in every JDK", e);
        }
    }
}
