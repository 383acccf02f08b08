package fr.opalconnect.transfer;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Mod97;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The creditor reference of a lease (ISO 11649): `RF`, two check digits, at most 21 letters and digits. It is computed
/// from the lease number, so that it is the same for ever, and can be read back, so that no two leases share one.
///
/// Digits and the letters A to Y stand for themselves; Z leads what does not: `ZA` a hyphen, `ZB` a slash, `ZC` a dot,
/// `ZD` a space, `ZE` an underscore, `ZL` a small letter that follows, `ZZ` a Z. A lease number that does not fit
/// becomes `ZX` and a part of its SHA-256; those are kept, because they cannot be read back.
public record Reference(String value) {
    static final int LONGEST = 25;

    private static final String PREFIX = "RF";
    private static final int LONGEST_BODY = 21;
    private static final String MARKS = "-/. _";
    private static final String HASHED = "ZX";

    public static Reference of(LeaseNumber lease) {
        String body = written(lease.value());
        if (body == null || body.isEmpty() || body.length() > LONGEST_BODY) {
            body = HASHED + hash(lease.value()).substring(0, LONGEST_BODY - HASHED.length());
        }
        return new Reference(PREFIX + checkDigits(body) + body);
    }

    /// A reference as a bank passes it on: in any case, with spaces.
    ///
    /// @return null when it is none, or its check digits are not right
    static @Nullable Reference parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String plain = text.replaceAll("[\\s\\p{Z}]", "").toUpperCase(Locale.ROOT);
        return plain.matches(PREFIX + "[0-9]{2}[0-9A-Z]{1,21}")
                        && Mod97.of(plain.substring(4) + plain.substring(0, 4)) == 1
                ? new Reference(plain)
                : null;
    }

    /// Whether its lease number cannot be read back.
    boolean isHashed() {
        return value.startsWith(HASHED, 4);
    }

    /// The lease number that makes this reference; null when none does, or it cannot be read back.
    @Nullable
    LeaseNumber lease() {
        String read = isHashed() ? null : read(value.substring(4));
        return read == null ? null : new LeaseNumber(read);
    }

    /// In groups of four, as people copy it: `RF18 5390 0754 7034`.
    public String grouped() {
        return value.replaceAll("(.{4})(?!$)", "$1 ");
    }

    private static String checkDigits(String body) {
        return "%02d".formatted(98 - Mod97.of(body + PREFIX + "00"));
    }

    private static @Nullable String written(String number) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if ((c >= '0' && c <= '9') || (c >= 'A' && c < 'Z')) {
                body.append(c);
            } else if (c == 'Z') {
                body.append("ZZ");
            } else if (MARKS.indexOf(c) >= 0) {
                body.append('Z').append((char) ('A' + MARKS.indexOf(c)));
            } else if (c >= 'a' && c <= 'z') {
                body.append("ZL").append(Character.toUpperCase(c));
            } else {
                return null;
            }
        }
        return body.toString();
    }

    private static @Nullable String read(String body) {
        StringBuilder number = new StringBuilder();
        int i = 0;
        while (i < body.length()) {
            char c = body.charAt(i);
            char led = c == 'Z' && i + 1 < body.length() ? body.charAt(i + 1) : '?';
            if (c != 'Z') {
                number.append(c);
                i++;
            } else if (led == 'Z') {
                number.append('Z');
                i += 2;
            } else if (led >= 'A' && led < 'A' + MARKS.length()) {
                number.append(MARKS.charAt(led - 'A'));
                i += 2;
            } else if (led == 'L' && i + 2 < body.length() && Character.isLetter(body.charAt(i + 2))) {
                number.append(Character.toLowerCase(body.charAt(i + 2)));
                i += 3;
            } else {
                return null;
            }
        }
        return number.toString();
    }

    private static String hash(String number) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.UTF_8));
            String text = new BigInteger(1, digest).toString(36).toUpperCase(Locale.ROOT);
            return "0".repeat(Math.max(0, 50 - text.length())) + text;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every JDK", e);
        }
    }
}
