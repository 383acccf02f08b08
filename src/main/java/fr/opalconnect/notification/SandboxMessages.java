package fr.opalconnect.notification;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.sms.SandboxSms;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the phones of the demonstration received: the last few messages.
@Component
public class SandboxMessages implements SandboxSms.Screen {
    private static final int KEPT = 50;

    /// One of them.
    ///
    /// @param recipient `+33641207742`
    public record Message(long id, Instant at, String recipient, String text) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;

    SandboxMessages(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public long show(Phone to, String text) {
        long id = jdbc.sql("""
                        INSERT INTO notification.sandbox_message (at, recipient, message)
                        VALUES (:at, :to, :text) RETURNING id
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("to", to.e164())
                .param("text", text)
                .query(Long.class)
                .single();
        jdbc.sql("DELETE FROM notification.sandbox_message WHERE id <= :oldest")
                .param("oldest", id - KEPT)
                .update();
        return id;
    }

    /// The newest first.
    public List<Message> latest() {
        return jdbc.sql("SELECT id, at, recipient, message FROM notification.sandbox_message ORDER BY id DESC")
                .query((row, index) -> new Message(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("recipient"),
                        row.getString("message")))
                .list();
    }
}
