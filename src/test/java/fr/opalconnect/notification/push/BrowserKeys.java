package fr.opalconnect.notification.push;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What a browser holds of a subscription, and how it reads what arrives: RFC 8291 and RFC 8188 step by step, with
/// nothing but the JDK. Its own proof is the example of the RFC.
public final class BrowserKeys {
    private static final ECParameterSpec P256 = p256();

    private final ECPrivateKey secret;
    private final byte[] point;
    private final byte[] auth;

    BrowserKeys(ECPrivateKey secret, byte[] point, byte[] auth) {
        this.secret = secret;
        this.point = point;
        this.auth = auth;
    }

    public static BrowserKeys fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            byte[] auth = new byte[16];
            new SecureRandom().nextBytes(auth);
            return new BrowserKeys(
                    (ECPrivateKey) pair.getPrivate(), uncompressed((ECPublicKey) pair.getPublic()), auth);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static BrowserKeys of(String secret, String point, String auth) throws GeneralSecurityException {
        return new BrowserKeys(
                (ECPrivateKey) KeyFactory.getInstance("EC")
                        .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, decode(secret)), P256)),
                decode(point),
                decode(auth));
    }

    public String p256dh() {
        return encode(point);
    }

    public String auth() {
        return encode(auth);
    }

    /// What was sent.
    ///
    /// @throws GeneralSecurityException when it was not encrypted for this browser
    public String read(byte[] body) throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(body);
        byte[] salt = take(in, 16);
        int recordSize = in.getInt();
        byte[] sender = take(in, in.get());
        byte[] record = take(in, in.remaining());
        if (record.length > recordSize) {
            throw new GeneralSecurityException("more than one record");
        }
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(secret);
        agreement.doPhase(publicKey(sender), true);
        byte[] info = ByteBuffer.allocate(14 + 65 + 65)
                .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                .put(point)
                .put(sender)
                .array();
        SecretKey shared = derive(auth, agreement.generateSecret(), info, 32);
        byte[] key = derive(salt, shared.getEncoded(), "Content-Encoding: aes128gcm\0", 16)
                .getEncoded();
        byte[] nonce = derive(salt, shared.getEncoded(), "Content-Encoding: nonce\0", 12)
                .getEncoded();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] padded = cipher.doFinal(record);
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        if (padded[end] != 2) {
            throw new GeneralSecurityException("not the last record");
        }
        return new String(padded, 0, end, StandardCharsets.UTF_8);
    }

    private static SecretKey derive(byte[] salt, byte[] input, String info, int length)
            throws GeneralSecurityException {
        return derive(salt, input, info.getBytes(StandardCharsets.US_ASCII), length);
    }

    private static SecretKey derive(byte[] salt, byte[] input, byte[] info, int length)
            throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "Generic",
                        HKDFParameterSpec.ofExtract()
                                .addSalt(salt)
                                .addIKM(input)
                                .thenExpand(info, length));
    }

    static ECPublicKey publicKey(byte[] uncompressed) throws GeneralSecurityException {
        return (ECPublicKey) KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(
                        new ECPoint(
                                new BigInteger(1, Arrays.copyOfRange(uncompressed, 1, 33)),
                                new BigInteger(1, Arrays.copyOfRange(uncompressed, 33, 65))),
                        P256));
    }

    private static byte[] uncompressed(ECPublicKey key) {
        return ByteBuffer.allocate(65)
                .put((byte) 4)
                .put(unsigned(key.getW().getAffineX()))
                .put(unsigned(key.getW().getAffineY()))
                .array();
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    static byte[] decode(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ECParameterSpec p256() {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            return curve.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
