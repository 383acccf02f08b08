package fr.opalconnect.notification;

import fr.opalconnect.ui.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Why a gateway is away, in words that the desk can read to somebody. The program's log keeps the gateway's own.
final class SmsWhy {
    private static final Pattern STATUS = Pattern.compile("status (0x[0-9a-f]{2}|[0-9]{3})");

    private SmsWhy() {}

    static String say(Texts t, @Nullable String reason) {
        String words = reason == null ? "" : reason;
        Matcher status = STATUS.matcher(words);
        return status.find()
                ? t.say("notification.desk.sms.why.status", status.group(1))
                : t.say("notification.desk.sms.why." + kind(words));
    }

    /// `HttpConnectTimeoutException`, `connection lost`
    private static String kind(String words) {
        if (words.contains("not connected") || words.contains("Connect") || words.contains("Unresolved")) {
            return "no-connection";
        }
        if (words.contains("Timeout") || words.contains("no answer")) {
            return "no-answer";
        }
        if (words.contains("connection lost") || words.contains("IOException") || words.contains("interrupted")) {
            return "cut";
        }
        return words.contains("no room") ? "crowded" : "unknown";
    }
}
