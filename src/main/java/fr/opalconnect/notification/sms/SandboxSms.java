package fr.opalconnect.notification.sms;

import fr.opalconnect.kernel.Phone;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;

/// A mobile network that ends on the screen: it keeps the last messages instead of sending them, and can be as slow
/// and as stubborn as a real one.
@NamedInterface("sandbox")
public final class SandboxSms implements SmsGateway {
    private static final int KEPT = 50;

    /// What a phone of the demonstration received.
    ///
    /// @param recipient `+33641207742`
    public record Message(long id, Instant at, String recipient, String sender, String text) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final String sender;
    private final Set<String> refused;
    private final Duration delay;

    /// @param refused numbers that this network does not take, `+33600000000`
    /// @param delay   how long it takes to answer
    public SandboxSms(JdbcClient jdbc, InstantSource clock, String sender, Set<String> refused, Duration delay) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sender = sender;
        this.refused = Set.copyOf(refused);
        this.delay = delay;
    }

    @Override
    public Answer send(Phone to, String text, Duration life) {
        if (!slowly()) {
            return new Answer.Unreachable("interrupted");
        }
        if (refused.contains(to.e164())) {
            return new Answer.Refused("number not in service");
        }
        long id = jdbc.sql("""
                        INSERT INTO notification.sandbox_message (at, recipient, sender, message)
                        VALUES (:at, :to, :sender, :text) RETURNING id
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("to", to.e164())
                .param("sender", sender)
                .param("text", text)
                .query(Long.class)
                .single();
        jdbc.sql("DELETE FROM notification.sandbox_message WHERE id <= :oldest")
                .param("oldest", id - KEPT)
                .update();
        return new Answer.Taken("sandbox-" + id);
    }

    /// The last messages, the newest first.
    public List<Message> latest() {
        return jdbc.sql("""
                        SELECT id, at, recipient, sender, message FROM notification.sandbox_message ORDER BY id DESC
                        """)
                .query((row, index) -> new Message(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("recipient"),
                        row.getString("sender"),
                        row.getString("message")))
                .list();
    }

    private boolean slowly() {
        try {
            Thread.sleep(delay);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
