package fr.opalconnect.payment;

import static fr.opalconnect.payment.PaymentTable.utc;

import fr.opalconnect.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Payments and messages as the desk looks at them: by day.
@Component
class DayTable {
    /// A message that belongs to a payment, or should.
    ///
    /// @param content as it came
    record Message(
            long id,
            @Nullable UUID payment,
            String source,
            String content,
            Instant receivedAt,
            @Nullable Verdict verdict,
            @Nullable String why,
            @Nullable Instant seenAt) {}

    /// What somebody read on the provider's statement.
    record Typed(Money amount, Instant at, String by) {}

    private static final String MESSAGE =
            "SELECT id, payment_id, source, content, received_at, verdict, why, seen_at FROM payment.provider_message ";
    private static final String WANTS_EYES =
            " seen_at IS NULL AND verdict IN ('MISFIT', 'SECOND_CHARGE', 'FOREIGN', 'NOT_GENUINE') ";

    private static final int STRANGERS = 20;

    private final JdbcClient jdbc;

    DayTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Begun in this time, the latest first.
    List<Payment> begun(Instant from, Instant until) {
        return jdbc.sql("SELECT " + PaymentTable.COLUMNS
                        + " FROM payment.payment WHERE begun_at >= :from AND begun_at < :until"
                        + " ORDER BY begun_at DESC, id DESC")
                .param("from", utc(from))
                .param("until", utc(until))
                .query((row, index) -> PaymentTable.read(row))
                .list();
    }

    @Nullable
    Payment find(UUID id) {
        return jdbc.sql("SELECT " + PaymentTable.COLUMNS + " FROM payment.payment WHERE id = :id")
                .param("id", id)
                .query((row, index) -> PaymentTable.read(row))
                .optional()
                .orElse(null);
    }

    Map<UUID, Payment> find(Collection<UUID> ids) {
        return jdbc
                .sql("SELECT " + PaymentTable.COLUMNS + " FROM payment.payment WHERE id = ANY(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, index) -> PaymentTable.read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Payment::id, payment -> payment));
    }

    List<Payment> byReferences(Collection<String> references) {
        return jdbc.sql("SELECT " + PaymentTable.COLUMNS + " FROM payment.payment WHERE reference = ANY(:references)")
                .param("references", references.toArray(String[]::new))
                .query((row, index) -> PaymentTable.read(row))
                .list();
    }

    /// Those that came into that state in this time, in the order in which they did.
    List<Payment> moved(PaymentState to, Instant from, Instant until) {
        return jdbc.sql("SELECT " + PaymentTable.COLUMNS + """
                         FROM payment.payment p JOIN (SELECT payment_id, at FROM payment.payment_step
                              WHERE to_state = :to AND at >= :from AND at < :until) s ON s.payment_id = p.id
                         ORDER BY s.at, p.id
                        """)
                .param("to", to.name())
                .param("from", utc(from))
                .param("until", utc(until))
                .query((row, index) -> PaymentTable.read(row))
                .list();
    }

    List<Message> messages(UUID payment) {
        return jdbc.sql(MESSAGE + "WHERE payment_id = :payment ORDER BY id")
                .param("payment", payment)
                .query((row, index) -> message(row))
                .list();
    }

    /// That nobody has looked at: first those about payments, then the latest of those about none, which strangers
    /// can send as many of as they like.
    List<Message> wantingEyes(int most) {
        return jdbc.sql("(" + MESSAGE + "WHERE" + WANTS_EYES
                        + "AND payment_id IS NOT NULL ORDER BY id DESC LIMIT :most) UNION ALL (" + MESSAGE + "WHERE"
                        + WANTS_EYES + "AND payment_id IS NULL ORDER BY id DESC LIMIT :strangers)")
                .param("most", most)
                .param("strangers", STRANGERS)
                .query((row, index) -> message(row))
                .list();
    }

    /// Second charges that were told in this time.
    List<Message> secondCharges(Instant from, Instant until) {
        return jdbc.sql(
                        MESSAGE
                                + "WHERE verdict = 'SECOND_CHARGE' AND received_at >= :from AND received_at < :until ORDER BY id")
                .param("from", utc(from))
                .param("until", utc(until))
                .query((row, index) -> message(row))
                .list();
    }

    private static Message message(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        OffsetDateTime seenAt = row.getObject("seen_at", OffsetDateTime.class);
        return new Message(
                row.getLong("id"),
                row.getObject("payment_id", UUID.class),
                row.getString("source"),
                row.getString("content"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getString("why"),
                seenAt == null ? null : seenAt.toInstant());
    }

    @Nullable
    Message message(long id) {
        return jdbc.sql(MESSAGE + "WHERE id = :id")
                .param("id", id)
                .query((row, index) -> message(row))
                .optional()
                .orElse(null);
    }

    boolean seen(long id, String by, Instant now) {
        return jdbc.sql("UPDATE payment.provider_message SET seen_at = :now, seen_by = :by WHERE id = :id AND"
                                + WANTS_EYES)
                        .param("id", id)
                        .param("by", by)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    Optional<Typed> typed(String provider, LocalDate day) {
        return jdbc.sql("SELECT cents, typed_at, typed_name FROM payment.day_statement"
                        + " WHERE provider = :provider AND day = :day")
                .param("provider", provider)
                .param("day", day)
                .query((row, index) -> new Typed(
                        Money.ofCents(row.getLong("cents")),
                        row.getObject("typed_at", OffsetDateTime.class).toInstant(),
                        row.getString("typed_name")))
                .optional();
    }

    void type(String provider, LocalDate day, Money amount, String by, String name, Instant now) {
        jdbc.sql("""
                        INSERT INTO payment.day_statement (provider, day, cents, typed_at, typed_by, typed_name)
                        VALUES (:provider, :day, :cents, :now, :by, :name)
                        ON CONFLICT (provider, day) DO UPDATE SET cents = excluded.cents,
                            typed_at = excluded.typed_at, typed_by = excluded.typed_by, typed_name = excluded.typed_name
                        """)
                .param("provider", provider)
                .param("day", day)
                .param("cents", amount.cents())
                .param("by", by)
                .param("name", name)
                .param("now", utc(now))
                .update();
    }
}
