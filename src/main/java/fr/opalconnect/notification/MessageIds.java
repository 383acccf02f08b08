package fr.opalconnect.notification;

import fr.opalconnect.platform.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// A letter's Message-ID says which letter it is and, by a keyed mark, to whom it went: what comes back with it and
/// that address is a letter of ours, and nobody else can say that an address is wrong.
@Component
class MessageIds {
    private static final int MARK = 12;

    private final Secrets secrets;
    private final MailSettings settings;

    MessageIds(Secrets secrets, MailSettings settings) {
        this.secrets = secrets;
        this.settings = settings;
    }

    /// @param letter the same whenever it is tried again
    String of(UUID letter, String to) {
        return letter + "." + mark(letter.toString(), to) + "@" + settings.domain();
    }

    /// Whether a letter of that Message-ID went to that address.
    boolean wentTo(String messageId, String to) {
        int dot = messageId.indexOf('.');
        int at = messageId.indexOf('@');
        return dot > 0
                && at > dot
                && MessageDigest.isEqual(
                        mark(messageId.substring(0, dot), to).getBytes(StandardCharsets.UTF_8),
                        messageId.substring(dot + 1, at).getBytes(StandardCharsets.UTF_8));
    }

    /// @param messageId of a letter that went out from here ([#wentTo])
    UUID letter(String messageId) {
        return UUID.fromString(messageId.substring(0, messageId.indexOf('.')));
    }

    private String mark(String letter, String to) {
        byte[] mac = secrets.mac(
                "notification.message-id", letter + '\n' + to.strip().toLowerCase(Locale.ROOT));
        return HexFormat.of().formatHex(Arrays.copyOf(mac, MARK));
    }
}
