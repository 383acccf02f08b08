package fr.opalconnect.access;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;

/// The app on somebody's phone: reads a key as the page shows it, and shows the code.
final class Authenticator {
    private Authenticator() {}

    static byte[] key(String base32) {
        BigInteger number = BigInteger.ONE;
        for (int i = 0; i < base32.length(); i++) {
            int bits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i));
            number = number.shiftLeft(5).add(BigInteger.valueOf(bits));
        }
        byte[] bytes = number.toByteArray();
        return Arrays.copyOfRange(bytes, bytes.length - 20, bytes.length);
    }

    static String code(String base32, Instant now) {
        return Totp.code(key(base32), Totp.step(now));
    }
}
