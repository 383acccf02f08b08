package fr.opalconnect.notification;

import fr.opalconnect.ui.Texts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Why a gateway is away, or a message did not arrive, in words that the desk can read to somebody; in the other
/// side's own where we know none for it.
final class Why {
    /// `status 0x58`, `status 503`
    private static final Pattern STATUS = Pattern.compile("status (0x[0-9a-f]{2}|[0-9]{3})");
    /// What a mail server says: `550 5.1.1`, or what came back with the letter: `5.1.1`.
    private static final Pattern MAIL = Pattern.compile("[245](?:[0-9]{2}|\\.[0-9.]+).*");

    /// What our own words say, the first that fits.
    private static final List<Kind> KINDS = List.of(
            new Kind("no-connection", "not connected", "Connect", "Unresolved", "MessagingException"),
            new Kind("no-answer", "Timeout", "no answer"),
            new Kind("cut", "connection lost", "IOException", "interrupted"),
            new Kind("crowded", "no room"),
            new Kind("late", "not sent in time"),
            new Kind("limit", "limit spent"),
            new Kind("stopped", "no gateway"),
            new Kind("address", "not in service", "invalid receiver", "not one address", "mail comes back"),
            new Kind("phone", "switched off on the phone", "no phone"));

    private record Kind(String key, List<String> signs) {
        Kind(String key, String... signs) {
            this(key, List.of(signs));
        }

        boolean fits(String words) {
            return signs.stream().anyMatch(words::contains);
        }
    }

    private Why() {}

    static String say(Texts t, @Nullable String reason) {
        String words = reason == null ? "" : reason;
        Matcher status = STATUS.matcher(words);
        if (status.find()) {
            return t.say("notification.desk.why.status", status.group(1));
        }
        if (MAIL.matcher(words).matches()) {
            return t.say("notification.desk.why.mail", words);
        }
        String key = KINDS.stream()
                .filter(kind -> kind.fits(words))
                .map(Kind::key)
                .findFirst()
                .orElse(words.isBlank() ? "unknown" : "said");
        return t.say("notification.desk.why." + key, words);
    }
}
