package fr.opalconnect.payment.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs the fields of a form: their values in the order of their names, joined by `+`. All whose name begins with the
/// prefix count, the empty ones too.
final class Signature {
    static final String FIELD = "signature";

    private final String prefix;
    private final UnaryOperator<String> seal;

    /// @param seal makes the signature of a text, and keeps the key to itself
    Signature(String prefix, UnaryOperator<String> seal) {
        this.prefix = prefix;
        this.seal = seal;
    }

    /// HMAC-SHA-256 of the values and the key, under the key, in base64.
    static Signature hmac(String prefix, String key) {
        SecretKeySpec secret = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        return new Signature(prefix, text -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(secret);
                return Base64.getEncoder()
                        .encodeToString(mac.doFinal((text + '+' + key).getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("HmacSHA256 is in every JDK", e);
            }
        });
    }

    /// SHA-1 of the values and the key, in hex: shops that were opened before 2018 and never changed it.
    static Signature sha1(String prefix, String key) {
        return new Signature(prefix, text -> {
            try {
                byte[] hash =
                        MessageDigest.getInstance("SHA-1").digest((text + '+' + key).getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("SHA-1 is in every JDK", e);
            }
        });
    }

    String of(Map<String, String> fields) {
        StringJoiner text = new StringJoiner("+");
        new TreeMap<>(fields).forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                text.add(value);
            }
        });
        return seal.apply(text.toString());
    }

    /// In the same time, whatever the difference is.
    boolean isOf(Map<String, String> fields) {
        return MessageDigest.isEqual(
                of(fields).getBytes(StandardCharsets.UTF_8),
                fields.getOrDefault(FIELD, "").getBytes(StandardCharsets.UTF_8));
    }
}
