package fr.opalconnect.notification;

import fr.opalconnect.notification.mail.DeliveryReport;
import fr.opalconnect.notification.mail.Mail;
import fr.opalconnect.notification.mail.SandboxMail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the mailboxes of the demonstration received: the last few letters.
@Component
@ConditionalOnProperty(name = "opal.mail.gateway", havingValue = "sandbox")
public class SandboxMails implements SandboxMail.Screen {
    private static final int KEPT = 50;

    /// One of them.
    ///
    /// @param unsubscribe where one click stops letters of its kind; null when none does
    /// @param returned    whether it came back
    public record Letter(
            long id,
            Instant at,
            String recipient,
            String subject,
            String text,
            String html,
            @Nullable String unsubscribe,
            boolean returned) {}

    private final JdbcClient jdbc;
    private final Bounces bounces;
    private final InstantSource clock;

    SandboxMails(JdbcClient jdbc, Bounces bounces, InstantSource clock) {
        this.jdbc = jdbc;
        this.bounces = bounces;
        this.clock = clock;
    }

    @Override
    public void show(Mail mail) {
        long id = jdbc.sql("""
                        INSERT INTO notification.sandbox_mail
                            (at, recipient, subject, plain, html, unsubscribe, message_id)
                        VALUES (:at, :to, :subject, :text, :html, :unsubscribe, :messageId) RETURNING id
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("to", mail.to())
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("html", mail.html())
                .param(
                        "unsubscribe",
                        mail.unsubscribe() == null ? null : mail.unsubscribe().toString())
                .param("messageId", mail.messageId())
                .query(Long.class)
                .single();
        jdbc.sql("DELETE FROM notification.sandbox_mail WHERE id <= :oldest")
                .param("oldest", id - KEPT)
                .update();
    }

    /// The newest first.
    public List<Letter> latest() {
        return jdbc.sql("SELECT * FROM notification.sandbox_mail ORDER BY id DESC")
                .query((row, index) -> read(row))
                .list();
    }

    /// @return null when it is not kept any more
    public @Nullable Letter find(long id) {
        return jdbc.sql("SELECT * FROM notification.sandbox_mail WHERE id = :id")
                .param("id", id)
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    /// The letter comes back, as letters do some minutes after they were taken: there is no such mailbox.
    @Transactional
    public void comeBack(long id) {
        Letter letter = find(id);
        if (letter != null) {
            String messageId = jdbc.sql("SELECT message_id FROM notification.sandbox_mail WHERE id = :id")
                    .param("id", id)
                    .query(String.class)
                    .single();
            bounces.take(new DeliveryReport(messageId, List.of(letter.recipient()), "5.1.1"));
            jdbc.sql("UPDATE notification.sandbox_mail SET returned_at = :now WHERE id = :id")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("id", id)
                    .update();
        }
    }

    private static Letter read(ResultSet row) throws SQLException {
        return new Letter(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("plain"),
                row.getString("html"),
                row.getString("unsubscribe"),
                row.getObject("returned_at") != null);
    }
}
