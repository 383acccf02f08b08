package fr.opalconnect.notification;

import fr.opalconnect.notification.sms.MessageIds;
import fr.opalconnect.notification.sms.Receipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Receipts as they came, and what they say of the parts that gateways took.
@Component
class ReceiptTable {
    /// One that is kept.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(
            long id,
            String gateway,
            String reference,
            byte @Nullable [] tail,
            String outcome,
            @Nullable String failure,
            Instant doneAt) {}

    /// A part that a gateway took.
    record Part(UUID delivery, int handover, int part) {}

    private static final String KEPT =
            "SELECT id, gateway, reference, tail, outcome, failure, done_at FROM notification.receipt ";

    private final JdbcClient jdbc;

    ReceiptTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Kept add(String gateway, Receipt receipt, byte @Nullable [] tail, Instant doneAt, Instant now) {
        String failure = receipt.failure() == null ? null : receipt.failure().name();
        String reference = MessageIds.plain(receipt.reference());
        long id = jdbc.sql("""
                        INSERT INTO notification.receipt
                            (gateway, reference, tail, outcome, failure, words, done_at, received_at)
                        VALUES (:gateway, :reference, :tail, :outcome, :failure, :words, :done, :now) RETURNING id
                        """)
                .param("gateway", gateway)
                .param("reference", reference)
                .param("tail", tail)
                .param("outcome", receipt.outcome().name())
                .param("failure", failure)
                .param("words", receipt.words())
                .param("done", utc(doneAt))
                .param("now", utc(now))
                .query(Long.class)
                .single();
        return new Kept(id, gateway, reference, tail, receipt.outcome().name(), failure, doneAt);
    }

    /// The part that it speaks of: its number may be written in another way, and may be used again; so the phone must
    /// be
    /// the same where the gateway names it. The spelling that is the same comes first, then the latest.
    @Nullable
    Part find(Kept receipt) {
        return jdbc.sql("""
                        SELECT delivery_id AS delivery, handover, part FROM notification.sms_part
                        WHERE gateway = :gateway AND reference = ANY(:alike)
                          AND (CAST(:tail AS bytea) IS NULL OR tail = :tail)
                        ORDER BY reference = :reference DESC, delivery_id DESC LIMIT 1
                        """)
                .param("gateway", receipt.gateway())
                .param("alike", MessageIds.alike(receipt.reference()).toArray(String[]::new))
                .param("tail", receipt.tail())
                .param("reference", receipt.reference())
                .query(Part.class)
                .optional()
                .orElse(null);
    }

    /// Those that came before we knew of the message.
    List<Kept> waitingFor(String gateway, Collection<String> references) {
        return jdbc.sql(KEPT + "WHERE NOT matched AND gateway = :gateway AND reference = ANY(:alike) ORDER BY id")
                .param("gateway", gateway)
                .param(
                        "alike",
                        references.stream()
                                .flatMap(one -> MessageIds.alike(one).stream())
                                .distinct()
                                .toArray(String[]::new))
                .query((row, index) -> kept(row))
                .list();
    }

    List<Kept> waitingSince(Instant since, int most) {
        return jdbc.sql(KEPT + "WHERE NOT matched AND received_at > :since ORDER BY id DESC LIMIT :most")
                .param("since", utc(since))
                .param("most", most)
                .query((row, index) -> kept(row))
                .list();
    }

    void match(Kept receipt) {
        jdbc.sql("UPDATE notification.receipt SET matched = true WHERE id = :id")
                .param("id", receipt.id())
                .update();
    }

    /// Delivered is the last word; failed only as long as nobody says better.
    ///
    /// @return whether that was news
    boolean end(Part part, Kept receipt) {
        return jdbc.sql("""
                        UPDATE notification.sms_part
                        SET state = :state, failure = :failure, ended_at = :done, next_ask = NULL
                        WHERE delivery_id = :id AND handover = :handover AND part = :part
                          AND (state = 'TAKEN' OR (state = 'FAILED' AND :state = 'DELIVERED'))
                        """)
                        .param("state", receipt.outcome())
                        .param("failure", receipt.failure())
                        .param("done", utc(receipt.doneAt()))
                        .param("id", part.delivery())
                        .param("handover", part.handover())
                        .param("part", part.part())
                        .update()
                > 0;
    }

    /// A message is delivered when all parts of one handing-over are, and not delivered when none is left that could
    /// be.
    ///
    /// @return whether it is by this that we know it as not delivered
    boolean sumUp(UUID delivery) {
        return jdbc.sql("""
                        WITH before AS (SELECT state FROM notification.delivery WHERE id = :id FOR UPDATE),
                        handed AS (
                            SELECT h.answer, bool_and(p.state = 'DELIVERED') AS whole, coalesce(bool_or(p.state = 'FAILED'), false) AS broken,
                                   max(p.ended_at) AS ended, min(p.failure) AS failure
                            FROM notification.handover h LEFT JOIN notification.sms_part p
                                ON p.delivery_id = h.delivery_id AND p.handover = h.number
                            WHERE h.delivery_id = :id GROUP BY h.number, h.answer),
                        all_of_them AS (
                            SELECT coalesce(bool_or(whole), false) AS delivered, min(ended) FILTER (WHERE whole) AS ended,
                                   bool_and(broken OR answer IN ('NOT_TAKEN', 'REFUSED')) AS failed, min(failure) AS failure
                            FROM handed)
                        UPDATE notification.delivery d
                        SET state = CASE WHEN a.delivered THEN 'DELIVERED' WHEN a.failed THEN 'UNDELIVERED' ELSE d.state END,
                            delivered_at = a.ended,
                            failure = CASE WHEN a.delivered THEN NULL WHEN a.failed THEN a.failure END
                        FROM all_of_them a, before
                        WHERE d.id = :id AND before.state IN ('SENT', 'DELIVERED', 'UNDELIVERED', 'UNKNOWN')
                        RETURNING d.state = 'UNDELIVERED' AND before.state <> 'UNDELIVERED'
                        """)
                .param("id", delivery)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void forgetReceivedBefore(Instant day) {
        jdbc.sql("DELETE FROM notification.receipt WHERE received_at < :day")
                .param("day", utc(day))
                .update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("id"),
                row.getString("gateway"),
                row.getString("reference"),
                row.getBytes("tail"),
                row.getString("outcome"),
                row.getString("failure"),
                row.getObject("done_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
