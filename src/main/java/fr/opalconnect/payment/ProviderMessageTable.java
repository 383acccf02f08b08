package fr.opalconnect.payment;

import static fr.opalconnect.payment.PaymentTable.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What providers said. A message is written down before anything else is done with it, and settled afterwards.
@Component
class ProviderMessageTable {
    enum Source {
        /// They told.
        NOTICE,
        /// They were asked.
        ANSWER
    }

    /// A message that waits to be settled.
    record Waiting(long id, String provider, String content) {}

    /// What became of a message.
    ///
    /// @param payment     null when it is of none of ours
    /// @param transaction the provider's number of a second charge, by which it is known when it is told again
    record Handled(
            long message,
            @Nullable UUID payment,
            Verdict verdict,
            String why,
            @Nullable String transaction) {
        Handled(long message, @Nullable UUID payment, Verdict verdict, String why) {
            this(message, payment, verdict, why, null);
        }
    }

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;

    ProviderMessageTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long keep(String provider, Source source, String content, Instant now) {
        return jdbc.sql("""
                        INSERT INTO payment.provider_message (provider, source, content, received_at, not_before)
                        VALUES (:provider, :source, :content, :now, :now) RETURNING id
                        """)
                .param("provider", provider)
                .param("source", source.name())
                // PostgreSQL's text takes every character but this one, and no provider sends it.
                .param("content", content.replace("\0", ""))
                .param("now", utc(now))
                .query(Long.class)
                .single();
    }

    /// The oldest ones that no other node is settling at this moment.
    List<Waiting> next(int most, Instant now) {
        return jdbc.sql("""
                        SELECT id, provider, content FROM payment.provider_message
                        WHERE handled_at IS NULL AND source = 'NOTICE' AND not_before <= :now
                        ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED
                        """)
                .param("now", utc(now))
                .param("most", most)
                .query((row, index) ->
                        new Waiting(row.getLong("id"), row.getString("provider"), row.getString("content")))
                .list();
    }

    void handled(List<Handled> all, Instant now) {
        if (all.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        UPDATE payment.provider_message m
                        SET payment_id = h.payment, verdict = h.verdict, why = h.why, handled_at = :now,
                            second_charge = h.second
                        FROM unnest(:ids, :payments, :verdicts, :whys, :seconds)
                             AS h (id, payment, verdict, why, second)
                        WHERE m.id = h.id
                        """)
                .param("ids", all.stream().map(Handled::message).toArray(Long[]::new))
                .param("payments", all.stream().map(Handled::payment).toArray(UUID[]::new))
                .param(
                        "verdicts",
                        all.stream().map(each -> each.verdict().name()).toArray(String[]::new))
                .param("whys", all.stream().map(Handled::why).toArray(String[]::new))
                .param("seconds", all.stream().map(Handled::transaction).toArray(String[]::new))
                .param("now", utc(now))
                .update();
    }

    /// Whether this second charge of a payment was told before.
    boolean isKnownCharge(UUID payment, String transaction) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM payment.provider_message
                                       WHERE payment_id = :payment AND second_charge = :transaction)
                        """)
                .param("payment", payment)
                .param("transaction", transaction)
                .query(Boolean.class)
                .single();
    }

    /// It could not be settled: later again, and the others meanwhile.
    void putOff(long id, Instant now) {
        jdbc.sql("""
                        UPDATE payment.provider_message
                        SET tries = tries + 1,
                            not_before = :now + make_interval(secs => :pause * (1 << least(tries, 10)))
                        WHERE id = :id AND handled_at IS NULL
                        """)
                .param("id", id)
                .param("now", utc(now))
                .param("pause", (double) FIRST_PAUSE.toSeconds())
                .update();
    }

    /// What was of no payment is forgotten after a while; what belongs to one stays with it.
    int forgetForeign(Instant before) {
        return jdbc.sql("DELETE FROM payment.provider_message WHERE received_at < :before AND payment_id IS NULL"
                        + " AND handled_at IS NOT NULL")
                .param("before", utc(before))
                .update();
    }
}
