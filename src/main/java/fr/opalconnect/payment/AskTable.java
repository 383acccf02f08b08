package fr.opalconnect.payment;

import static fr.opalconnect.payment.PaymentTable.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// When the provider is asked about open payments: soon, then less and less often.
@Component
class AskTable {
    static final Duration FIRST = Duration.ofMinutes(3);
    static final Duration LONGEST = Duration.ofHours(1);

    private final JdbcClient jdbc;

    AskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those whose time has come; the next time is set before anybody asks, so that no two nodes ask at once.
    List<Payment> take(String provider, int most, Instant now) {
        return jdbc.sql("""
                        UPDATE payment.payment p
                        SET asks = asks + 1,
                            next_ask_at = :now + least(make_interval(secs => :first * (1 << least(asks, 10))),
                                                       make_interval(secs => :longest))
                        WHERE id IN (SELECT id FROM payment.payment
                                     WHERE next_ask_at <= :now AND provider = :provider
                                     ORDER BY next_ask_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING %s
                        """.formatted(PaymentTable.COLUMNS))
                .param("now", utc(now))
                .param("first", (double) FIRST.toSeconds())
                .param("longest", (double) LONGEST.toSeconds())
                .param("provider", provider)
                .param("most", most)
                .query((row, index) -> PaymentTable.read(row))
                .list();
    }
}
