package fr.opalconnect.access;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The six digits that an app on somebody's phone shows, anew every thirty seconds (RFC 6238 with its defaults, which
/// are the only ones that all apps know: HMAC-SHA-1, six digits, thirty seconds).
final class Totp {
    static final int STEP_SECONDS = 30;

    /// A phone's clock may be this many steps ahead or behind.
    private static final int DRIFT = 1;

    private static final int KEY_BYTES = 20;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    static byte[] freshKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /// The code of one step.
    static String code(byte[] key, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFF;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA1 is in every JDK", e);
        }
    }

    /// Which step a typed code belongs to: the latest that fits, because it is then used up with all before it.
    ///
    /// @return -1 when it belongs to none near now
    static long match(byte[] key, String typed, Instant now) {
        long found = -1;
        for (long step = step(now) - DRIFT; step <= step(now) + DRIFT; step++) {
            if (same(code(key, step), typed)) {
                found = step;
            }
        }
        return found;
    }

    /// What the app reads from the QR code.
    ///
    /// @param issuer  the product, as the app lists it
    /// @param account whose it is
    static String address(byte[] key, String issuer, String account) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encode(issuer), encode(account), base32(key), encode(issuer));
    }

    /// As people type it into an app that cannot see the QR code.
    static String base32(byte[] key) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : key) {
            held = (held << 8) | (each & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((held >> bits) & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(BASE32.charAt((held << (5 - bits)) & 31));
        }
        return text.toString();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
