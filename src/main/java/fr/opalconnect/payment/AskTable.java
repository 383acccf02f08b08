package fr.opalconnect.payment;

import static fr.opalconnect.payment.PaymentTable.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// When the provider is asked: soon about open payments, then less and less often. Endings are asked about again as
/// well, because the message that they were not the end may be the one that was lost: people try again on the bank's
/// page after a refusal, and what was paid may fail to come for some days.
@Component
class AskTable {
    static final Duration FIRST = Duration.ofMinutes(3);
    static final Duration LONGEST = Duration.ofHours(1);
    /// For so long what was paid is asked about, once a day, and what was not, for a day.
    static final Duration PAID_FOR = Duration.ofDays(6);

    private static final Duration PAGE = Duration.ofMinutes(45);
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;

    AskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How long after an ending it is asked about again. By then no bank's page is open any more.
    static Duration again(PaymentState ending) {
        return ending == PaymentState.PAID || ending == PaymentState.EXPIRED ? DAY : PAGE;
    }

    /// Those whose time has come; the next time is set before anybody asks, so that no two nodes ask at once.
    List<Payment> take(String provider, int most, Instant now) {
        return jdbc.sql("""
                        UPDATE payment.payment p
                        SET asks = asks + 1,
                            next_ask_at = CASE
                                WHEN state IN ('BEGUN', 'SENT', 'RUNNING')
                                THEN :now + least(make_interval(secs => :first * (1 << least(asks, 10))),
                                                  make_interval(secs => :longest))
                                WHEN begun_at > :now - make_interval(secs => CASE WHEN state = 'PAID'
                                                                              THEN :paidFor ELSE :day END)
                                THEN :now + make_interval(secs => :day) END
                        WHERE id IN (SELECT id FROM payment.payment
                                     WHERE next_ask_at <= :now AND provider = :provider
                                     ORDER BY next_ask_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING %s
                        """.formatted(PaymentTable.COLUMNS))
                .param("now", utc(now))
                .param("first", (double) FIRST.toSeconds())
                .param("longest", (double) LONGEST.toSeconds())
                .param("paidFor", (double) PAID_FOR.toSeconds())
                .param("day", (double) DAY.toSeconds())
                .param("provider", provider)
                .param("most", most)
                .query((row, index) -> PaymentTable.read(row))
                .list();
    }

    /// Nobody answered: the provider is asked again within the hour, whatever was planned.
    void soonAgain(UUID id, Instant now) {
        jdbc.sql("UPDATE payment.payment SET next_ask_at = least(next_ask_at, :again) WHERE id = :id")
                .param("id", id)
                .param("again", utc(now.plus(LONGEST)))
                .update();
    }
}
