package fr.opalconnect.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Each time that a text message was given to a gateway, and under which numbers it was taken.
@Component
class HandoverTable {
    /// What the gateway answered.
    enum Answer {
        /// It was given, and nothing is written down yet.
        PENDING,
        TAKEN,
        NOT_TAKEN,
        REFUSED,
        UNKNOWN
    }

    /// The latest one.
    ///
    /// @param open   how many of them may have been taken without our knowing
    /// @param openAt which gateway may have taken it
    record Handover(
            int number,
            String gateway,
            Answer answer,
            Instant at,
            int open,
            @Nullable String openAt) {
        boolean isOpen() {
            return answer == Answer.PENDING || answer == Answer.UNKNOWN;
        }
    }

    /// A part that a gateway must be asked about.
    record Asked(String gateway, String reference) {}

    private final JdbcClient jdbc;

    HandoverTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    Handover last(UUID delivery) {
        return jdbc.sql("""
                        SELECT number, gateway, answer, at,
                               count(*) FILTER (WHERE answer IN ('PENDING', 'UNKNOWN')) OVER () AS open,
                               max(gateway) FILTER (WHERE answer IN ('PENDING', 'UNKNOWN')) OVER () AS open_at
                        FROM notification.handover WHERE delivery_id = :id ORDER BY number DESC LIMIT 1
                        """)
                .param("id", delivery)
                .query((row, index) -> new Handover(
                        row.getInt("number"),
                        row.getString("gateway"),
                        Answer.valueOf(row.getString("answer")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("open"),
                        row.getString("open_at")))
                .optional()
                .orElse(null);
    }

    /// @return its number
    int begin(UUID delivery, String gateway, boolean again, Instant now) {
        return jdbc.sql("""
                        INSERT INTO notification.handover (delivery_id, number, gateway, again, at)
                        SELECT :id, coalesce(max(number), 0) + 1, :gateway, :again, :now
                        FROM notification.handover WHERE delivery_id = :id
                        RETURNING number
                        """)
                .param("id", delivery)
                .param("gateway", gateway)
                .param("again", again)
                .param("now", utc(now))
                .query(Integer.class)
                .single();
    }

    void answer(UUID delivery, int number, Answer answer, @Nullable String reason) {
        jdbc.sql("""
                        UPDATE notification.handover SET answer = :answer, reason = :reason
                        WHERE delivery_id = :id AND number = :number
                        """)
                .param("id", delivery)
                .param("number", number)
                .param("answer", answer.name())
                .param("reason", reason)
                .update();
    }

    /// @param references as [fr.opalconnect.notification.sms.MessageIds#plain] writes them
    /// @param nextAsk    when the gateway is asked about them, if it must be
    void addParts(
            UUID delivery,
            int number,
            String gateway,
            List<String> references,
            byte[] tail,
            @Nullable Instant nextAsk) {
        jdbc.sql("""
                        INSERT INTO notification.sms_part
                            (delivery_id, handover, part, gateway, reference, tail, next_ask)
                        SELECT :id, :number, p.part, :gateway, p.reference, :tail, :ask
                        FROM unnest(:references) WITH ORDINALITY AS p(reference, part)
                        """)
                .param("id", delivery)
                .param("number", number)
                .param("gateway", gateway)
                .param("references", references.toArray(String[]::new))
                .param("tail", tail)
                .param("ask", nextAsk == null ? null : utc(nextAsk))
                .update();
    }

    /// Those whose time it is; each is put off twice as far as the last time.
    List<Asked> toAsk(Instant now, Instant giveUpBefore, int most) {
        return jdbc.sql("""
                        WITH due AS (
                            SELECT p.delivery_id, p.handover, p.part, h.at
                            FROM notification.sms_part p JOIN notification.handover h
                                ON h.delivery_id = p.delivery_id AND h.number = p.handover
                            WHERE p.next_ask <= :now ORDER BY p.next_ask LIMIT :most FOR UPDATE OF p SKIP LOCKED)
                        UPDATE notification.sms_part p
                        SET next_ask = CASE WHEN due.at > :old THEN :now + (:now - due.at) END
                        FROM due WHERE p.delivery_id = due.delivery_id AND p.handover = due.handover AND p.part = due.part
                        RETURNING p.gateway, p.reference
                        """)
                .param("now", utc(now))
                .param("old", utc(giveUpBefore))
                .param("most", most)
                .query(Asked.class)
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
