package fr.opalconnect.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The telephones of the demonstration, for tests of what brings a text message to them.
public final class Phones {
    private Phones() {}

    /// The latest text to a number that says something, waiting for it as one waits for a text message.
    public static String textTo(JdbcClient jdbc, String number, String saying) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(10));
        while (Instant.now().isBefore(patience)) {
            List<String> texts = jdbc.sql("""
                            SELECT message FROM notification.sandbox_message
                            WHERE recipient = :number AND message LIKE '%' || :saying || '%' ORDER BY id DESC LIMIT 1
                            """)
                    .param("number", number)
                    .param("saying", saying)
                    .query(String.class)
                    .list();
            if (!texts.isEmpty()) {
                return texts.getFirst();
            }
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("no text to " + number + " that says « " + saying + " »");
    }
}
