package fr.opalconnect.notification;

import fr.opalconnect.kernel.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was to be told, and how it ended.
@Component
class DeliveryTable {
    private final JdbcClient jdbc;

    DeliveryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void stage(UUID id, @Nullable Phone to, String text, Instant now, Instant validUntil) {
        jdbc.sql("""
                        INSERT INTO notification.delivery (id, recipient, message, staged_at, valid_until)
                        VALUES (:id, :to, :text, :now, :validUntil)
                        """)
                .param("id", id)
                .param("to", to == null ? null : to.e164())
                .param("text", text)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("validUntil", validUntil.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return null when it has ended already
    @Nullable
    Delivery findStaged(UUID id) {
        return jdbc.sql("""
                        SELECT id, recipient, message, tries, staged_at, valid_until FROM notification.delivery
                        WHERE id = :id AND state = 'STAGED'
                        """)
                .param("id", id)
                .query((row, index) -> new Delivery(
                        row.getObject("id", UUID.class),
                        row.getString("recipient"),
                        row.getString("message"),
                        row.getInt("tries"),
                        row.getObject("staged_at", OffsetDateTime.class).toInstant(),
                        row.getObject("valid_until", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(null);
    }

    Notifications.@Nullable Outcome outcome(UUID id) {
        return jdbc.sql("""
                        SELECT state, reason, failure, gateway, ended_at, delivered_at
                        FROM notification.delivery WHERE id = :id
                        """)
                .param("id", id)
                .query((row, index) -> {
                    String failure = row.getString("failure");
                    return new Notifications.Outcome(
                            Notifications.State.of(row.getString("state")),
                            failure == null
                                    ? null
                                    : "notification.desk.failure."
                                            + failure.toLowerCase(Locale.ROOT).replace('_', '-'),
                            row.getString("reason"),
                            row.getString("gateway"),
                            instant(row, "ended_at"),
                            instant(row, "delivered_at"));
                })
                .optional()
                .orElse(null);
    }

    void countTry(UUID id, String reason) {
        jdbc.sql("UPDATE notification.delivery SET tries = tries + 1, reason = :reason WHERE id = :id")
                .param("id", id)
                .param("reason", reason)
                .update();
    }

    /// Blanks what was said and to whom: the code in it must not outlive its use.
    void end(
            UUID id,
            Delivery.Ending ending,
            @Nullable String reason,
            @Nullable String reference,
            @Nullable String gateway,
            Instant now) {
        jdbc.sql("""
                        UPDATE notification.delivery
                        SET state = :state, reason = :reason, reference = :reference, gateway = :gateway, ended_at = :now,
                            recipient = NULL, message = NULL
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("state", ending.name())
                .param("reason", reason)
                .param("reference", reference)
                .param("gateway", gateway)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// A letter that a server took, and another gave back.
    ///
    /// @return whether that is news
    boolean cameBack(UUID id, String status) {
        return jdbc.sql("""
                        UPDATE notification.delivery SET state = 'UNDELIVERED', reason = :status
                        WHERE id = :id AND channel = 'MAIL' AND state = 'SENT'
                        """).param("id", id).param("status", status).update() > 0;
    }

    void forgetEndedBefore(Instant day) {
        jdbc.sql("DELETE FROM notification.delivery WHERE ended_at < :day")
                .param("day", day.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
