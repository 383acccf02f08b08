package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.payment.provider.DayBook;
import fr.opalconnect.payment.provider.Order;
import fr.opalconnect.payment.provider.Outcome;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The sandbox bank's orders, and what it says of them.
@Component
class SandboxTable {
    /// Something to be said: that an order is in a state.
    ///
    /// @param moves the order comes into that state with it
    record Word(long id, SandboxBank.Bill bill, Outcome outcome, boolean moves, int tries) {}

    private final JdbcClient jdbc;

    SandboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return its number: the first one, when the reference is known already
    String open(String number, Order order, Instant now) {
        return jdbc.sql("""
                        INSERT INTO payment.sandbox_order
                            (number, reference, cents, subject, return_to, notify_at, begun_at, changed_at)
                        VALUES (:number, :reference, :cents, :subject, :returnTo, :notifyAt, :now, :now)
                        ON CONFLICT (reference) DO UPDATE SET return_to = excluded.return_to
                        RETURNING number
                        """)
                .param("number", number)
                .param("reference", order.reference())
                .param("cents", order.amount().cents())
                .param("subject", order.subject())
                .param("returnTo", order.returnTo().toString())
                .param("notifyAt", order.notifyAt().toString())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single();
    }

    SandboxBank.@Nullable Bill find(String number, String reference) {
        return jdbc.sql("SELECT * FROM payment.sandbox_order WHERE number = :number OR reference = :reference")
                .param("number", number)
                .param("reference", reference)
                .query((row, index) -> bill(row))
                .optional()
                .orElse(null);
    }

    /// @return false when it has been decided already, or its page has expired
    boolean decide(String number, Outcome outcome, String transaction, Instant now, Instant openSince) {
        return jdbc.sql("""
                        UPDATE payment.sandbox_order SET state = :state, transaction = :transaction, changed_at = :now
                        WHERE number = :number AND state = 'OPEN' AND begun_at > :openSince
                        """)
                        .param("number", number)
                        .param("state", outcome.name())
                        .param("transaction", transaction)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("openSince", openSince.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    void move(String number, Outcome outcome, Instant now) {
        jdbc.sql("UPDATE payment.sandbox_order SET state = :state, changed_at = :now WHERE number = :number")
                .param("number", number)
                .param("state", outcome.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    long plan(String number, Outcome outcome, boolean moves, Instant due) {
        return jdbc.sql("""
                        INSERT INTO payment.sandbox_notice (number, state, moves, due_at)
                        VALUES (:number, :state, :moves, :due) RETURNING id
                        """)
                .param("number", number)
                .param("state", outcome.name())
                .param("moves", moves)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /// @return null when it has been sent
    @Nullable
    Word unsaid(long id) {
        return jdbc.sql("""
                        SELECT n.id, n.state AS said, n.moves, n.tries, o.*
                        FROM payment.sandbox_notice n JOIN payment.sandbox_order o ON o.number = n.number
                        WHERE n.id = :id AND n.sent_at IS NULL
                        """)
                .param("id", id)
                .query((row, index) -> new Word(
                        row.getLong("id"),
                        bill(row),
                        Outcome.valueOf(row.getString("said")),
                        row.getBoolean("moves"),
                        row.getInt("tries")))
                .optional()
                .orElse(null);
    }

    void said(long id, Instant now) {
        jdbc.sql("UPDATE payment.sandbox_notice SET sent_at = :now, tries = tries + 1 WHERE id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void countTry(long id) {
        jdbc.sql("UPDATE payment.sandbox_notice SET tries = tries + 1 WHERE id = :id")
                .param("id", id)
                .update();
    }

    List<DayBook.Taken> taken(Instant from, Instant until) {
        return jdbc.sql("""
                        SELECT reference, transaction, cents FROM payment.sandbox_order
                        WHERE state = 'PAID' AND changed_at >= :from AND changed_at < :until
                        """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new DayBook.Taken(
                        row.getString("reference"), row.getString("transaction"), Money.ofCents(row.getLong("cents"))))
                .list();
    }

    private static SandboxBank.Bill bill(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new SandboxBank.Bill(
                row.getString("number"),
                row.getString("reference"),
                Money.ofCents(row.getLong("cents")),
                row.getString("subject"),
                URI.create(row.getString("return_to")),
                URI.create(row.getString("notify_at")),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                state.equals("OPEN") ? null : state,
                row.getString("transaction"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
