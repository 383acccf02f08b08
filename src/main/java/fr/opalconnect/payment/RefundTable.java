package fr.opalconnect.payment;

import static fr.opalconnect.payment.PaymentTable.utc;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInStaff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RefundTable {
    private final JdbcClient jdbc;

    RefundTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Nobody else prepares one for this payment meanwhile.
    void lock(UUID payment) {
        jdbc.sql("SELECT id FROM payment.payment WHERE id = :id FOR UPDATE")
                .param("id", payment)
                .query(UUID.class)
                .optional();
    }

    /// Those to be made first, the oldest first; then the latest that have ended.
    List<Refund> all(int most) {
        return jdbc.sql("""
                        (SELECT * FROM payment.refund WHERE state = 'PREPARED' ORDER BY prepared_at, id)
                        UNION ALL
                        (SELECT * FROM payment.refund WHERE state <> 'PREPARED' ORDER BY ended_at DESC, id LIMIT :most)
                        """)
                .param("most", most)
                .query((row, index) -> read(row))
                .list();
    }

    List<Refund> of(UUID payment) {
        return jdbc.sql("SELECT * FROM payment.refund WHERE payment_id = :payment ORDER BY prepared_at, id")
                .param("payment", payment)
                .query((row, index) -> read(row))
                .list();
    }

    @Nullable
    Refund find(UUID id) {
        return jdbc.sql("SELECT * FROM payment.refund WHERE id = :id")
                .param("id", id)
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    void add(Refund refund, String actor) {
        jdbc.sql("""
                        INSERT INTO payment.refund
                            (id, payment_id, message_id, cents, reason, note, prepared_at, prepared_by, prepared_by_name)
                        VALUES (:id, :payment, :message::bigint, :cents, :reason, :note, :at, :actor, :name)
                        """)
                .param("id", refund.id())
                .param("payment", refund.payment())
                .param("message", refund.message(), java.sql.Types.BIGINT)
                .param("cents", refund.amount().cents())
                .param("reason", refund.reason().name())
                .param("note", refund.note())
                .param("at", utc(refund.preparedAt()))
                .param("actor", actor)
                .param("name", refund.preparedBy())
                .update();
    }

    /// @return false when it has ended already
    boolean end(UUID id, Refund.State state, String reference, SignedInStaff who, Instant now) {
        return jdbc.sql("""
                        UPDATE payment.refund SET state = :state, ended_at = :now, ended_by = :actor,
                            ended_by_name = :name, ended_reference = :reference,
                            message_id = CASE WHEN :state = 'DROPPED' THEN NULL ELSE message_id END
                        WHERE id = :id AND state = 'PREPARED'
                        """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("now", utc(now))
                        .param("actor", who.actor())
                        .param("name", who.name())
                        .param("reference", reference)
                        .update()
                > 0;
    }

    private static Refund read(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Refund(
                row.getObject("id", UUID.class),
                row.getObject("payment_id", UUID.class),
                row.getObject("message_id", Long.class),
                Money.ofCents(row.getLong("cents")),
                Refund.Reason.valueOf(row.getString("reason")),
                row.getString("note"),
                Refund.State.valueOf(row.getString("state")),
                row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
                row.getString("prepared_by_name"),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_by_name"),
                row.getString("ended_reference"));
    }
}
