package fr.opalconnect.payment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ChildProgram;
import fr.opalconnect.HowOften;
import fr.opalconnect.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SIGKILL at random moments of a running load of payments.
class KilledPaymentsTest {
    private static final long KILLS = HowOften.of("payment.kills", 2, 200);

    private static final String PAID = "payment.payment WHERE state = 'PAID'";
    private static final String CHILD = "payments_in_child";

    private Instant now = Instant.now();
    private final InstantSource clock = () -> now;

    @Test
    void nothing_is_lost_and_nothing_is_double_and_each_payment_reaches_an_end() throws Exception {
        String database = TestDatabase.create();
        Random random = new Random(20261123);
        try (AnnotationConfigApplicationContext core = SmallCore.on(database, clock)) {
            JdbcClient jdbc = core.getBean(JdbcClient.class);
            ModelBank.create(jdbc);
            int inFlight = 0;
            for (int i = 0; i < KILLS; i++) {
                long paid = count(jdbc, PAID);
                Process child = start(database);
                if (i % 2 == 0) { // else the first payments are hit
                    awaitMore(jdbc, paid);
                }
                Thread.sleep(random.nextInt(400));
                child.destroyForcibly().waitFor(); // SIGKILL
                awaitItsLastWords(jdbc);
                inFlight += open(jdbc);
                recover(core);
                assertThat(differing(jdbc)).isEmpty();
            }
            assertThat(inFlight).as("payments that were cut short").isPositive();
            assertThat(count(jdbc, PAID)).isGreaterThanOrEqualTo(KILLS / 2);
        }
    }

    private static Process start(String database) throws IOException {
        return ChildProgram.start(PaymentsInChild.class, PaymentsInChild.READY, database + "&ApplicationName=" + CHILD);
    }

    private static void awaitMore(JdbcClient jdbc, long than) throws InterruptedException {
        while (count(jdbc, PAID) <= than) {
            Thread.sleep(5);
        }
    }

    /// PostgreSQL may still commit what the program had sent before it was killed.
    private static void awaitItsLastWords(JdbcClient jdbc) throws InterruptedException {
        while (count(jdbc, "pg_stat_activity WHERE application_name = '" + CHILD + "'") > 0) {
            Thread.sleep(5);
        }
    }

    /// The next start: what lies there is settled, and the bank is asked about the rest in its time.
    private void recover(AnnotationConfigApplicationContext core) {
        core.getBean(Notices.class).drain();
        for (int hour = 0; hour < 4; hour++) {
            now = now.plus(Duration.ofHours(1));
            core.getBean(Asking.class).sweep();
        }
        now = Instant.now();
    }

    private static java.util.List<?> differing(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT coalesce(p.reference, b.reference) AS reference, p.state, b.outcome, c.state AS coming
                        FROM payment.payment p
                        FULL JOIN public.model_bank b ON b.reference = p.reference
                        LEFT JOIN account.coming_payment c ON c.id = p.id AND c.withdrawn_at IS NULL
                        WHERE p.id IS NULL
                           OR p.state IN ('BEGUN', 'SENT', 'RUNNING')
                           OR (p.state = 'PAID') <> (coalesce(b.outcome, '') = 'PAID')
                           OR (p.state = 'PAID') <> (coalesce(c.state, '') = 'TAKEN')
                           OR (p.state = 'PAID' AND c.amount_cents <> b.amount)
                           OR p.steps <> (SELECT count(*) FROM payment.payment_step s WHERE s.payment_id = p.id)
                        """).query().listOfRows();
    }

    private static int open(JdbcClient jdbc) {
        return (int) count(jdbc, "payment.payment WHERE state IN ('BEGUN', 'SENT')");
    }

    private static long count(JdbcClient jdbc, String relation) {
        return jdbc.sql("SELECT count(*) FROM " + relation).query(Long.class).single();
    }
}
