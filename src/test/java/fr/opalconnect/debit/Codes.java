package fr.opalconnect.debit;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.Phones;
import fr.opalconnect.sample.Cast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the sandbox's network brought to somebody's phone, waiting for it as one waits for a text message.
final class Codes {
    private static final Pattern CODE = Pattern.compile("#([0-9]{6})\\s*$");

    private Codes() {}

    /// The code of the latest signature that waits for one.
    static String last(JdbcClient jdbc, Cast who) {
        return await(jdbc, who, CODE);
    }

    /// Waits for a text message that says something.
    static void awaitText(JdbcClient jdbc, Cast who, String saying) {
        String number =
                Objects.requireNonNull(Phone.parse(who.phone(), "02000")).e164();
        Phones.textTo(jdbc, number, saying);
    }

    /// Codes that still wait in the outbox are waited for, so that the latest is the latest.
    private static String await(JdbcClient jdbc, Cast who, Pattern wanted) {
        String number =
                Objects.requireNonNull(Phone.parse(who.phone(), "02000")).e164();
        Instant patience = Instant.now().plus(Duration.ofSeconds(10));
        while (Instant.now().isBefore(patience)) {
            boolean waiting = jdbc.sql(
                            "SELECT EXISTS (SELECT FROM notification.delivery WHERE recipient = :number AND state = 'STAGED')")
                    .param("number", number)
                    .query(Boolean.class)
                    .single();
            List<String> messages = waiting
                    ? List.of()
                    : jdbc.sql("""
                            SELECT message FROM notification.sandbox_message WHERE recipient = :number
                            ORDER BY id DESC
                            """).param("number", number).query(String.class).list();
            for (String message : messages) {
                Matcher found = wanted.matcher(message);
                if (found.find()) {
                    return found.groupCount() > 0 && wanted.equals(CODE) ? found.group(1) : message;
                }
            }
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("no such message to " + who);
    }
}
