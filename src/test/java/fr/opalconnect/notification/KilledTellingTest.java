package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import fr.opalconnect.ChildProgram;
import fr.opalconnect.HowOften;
import fr.opalconnect.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SIGKILL at random moments while people are told things by text message.
class KilledTellingTest {
    private static final int KILLS = (int) HowOften.of("notification.kills", 2, 30);

    private static final String CHILD = "telling_in_child";

    /// What each tenant was told, what the books say of it, and what the phone showed.
    private static final String BOOKS = """
            CREATE VIEW public.books AS
            SELECT f.who, f.code IS NOT NULL AS code, t.id IS NOT NULL AS told, count(d.id) AS deliveries,
                   max(d.state) AS state, max(shown.times) AS shown, max(handed.open) AS open, max(handed.again) AS again
            FROM public.fact f
            JOIN tenancy.tenant who ON who.number = lpad(f.who::text, 7, '0')
            LEFT JOIN notification.told t ON t.tenant_number = who.number
            LEFT JOIN notification.part p ON p.told_id = t.id
            LEFT JOIN notification.delivery d ON d.id = coalesce(f.code, p.delivery_id)
            CROSS JOIN LATERAL (SELECT count(*) AS times FROM public.shown s WHERE s.recipient = who.mobile) shown
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE h.answer IN ('PENDING', 'UNKNOWN')) AS open,
                       count(*) FILTER (WHERE h.again) AS again
                FROM notification.handover h WHERE h.delivery_id = d.id) handed
            GROUP BY f.who, f.code, t.id
            """;

    @Test
    void nothing_is_lost_and_nothing_is_sent_twice_but_for_a_reason_that_is_written_down() throws Exception {
        String database = TestDatabase.create();
        Random random = new Random(20261130);
        try (AnnotationConfigApplicationContext post = SmallPost.on(database)) {
            JdbcClient jdbc = post.getBean(JdbcClient.class);
            prepare(jdbc);
            for (int i = 0; i < KILLS; i++) {
                long shown = count(jdbc, "public.shown");
                Process child = start(database);
                if (i % 3 < 2) { // else what the last one left is hit
                    awaitMore(jdbc, shown + 20);
                }
                Thread.sleep(random.nextInt(250));
                child.destroyForcibly().waitFor(); // SIGKILL
                awaitItsLastWords(jdbc);
            }
            assertThat(count(jdbc, "notification.handover WHERE answer = 'PENDING'"))
                    .as("messages that were with the gateway when the program died")
                    .isPositive();
            recover(post.getBean(Scheduler.class), jdbc);
            assertThat(wrong(jdbc)).isEmpty();
            assertThat(count(jdbc, "public.books WHERE NOT code AND state IN ('SENT', 'DELIVERED')"))
                    .isGreaterThan(10L * KILLS);
            assertThat(count(jdbc, "public.books WHERE NOT code AND state = 'UNKNOWN'"))
                    .as("news of which nobody knows")
                    .isPositive();
        }
    }

    private static void prepare(JdbcClient jdbc) {
        jdbc.sql("CREATE TABLE public.fact (who serial PRIMARY KEY, code uuid)").update();
        jdbc.sql("CREATE TABLE public.shown (id bigserial PRIMARY KEY, recipient text, message text)")
                .update();
        jdbc.sql("CREATE INDEX ON public.shown (recipient)").update();
        jdbc.sql("""
                        INSERT INTO tenancy.tenant (number, last_name, mobile)
                        SELECT lpad(who::text, 7, '0'), 'Essai',
                               '+336' || lpad((who::bigint * 104729 % 100000000)::text, 8, '0')
                        FROM generate_series(1, :most) who
                        """).param("most", 1_000 * KILLS).update();
        jdbc.sql(BOOKS).update();
    }

    private static Process start(String database) throws IOException {
        return ChildProgram.start(TellingInChild.class, TellingInChild.READY, database + "&ApplicationName=" + CHILD);
    }

    private static void awaitMore(JdbcClient jdbc, long than) throws InterruptedException {
        while (count(jdbc, "public.shown") <= than) {
            Thread.sleep(5);
        }
    }

    /// PostgreSQL may still commit what the program had sent before it was killed.
    private static void awaitItsLastWords(JdbcClient jdbc) throws InterruptedException {
        while (count(jdbc, "pg_stat_activity WHERE application_name = '" + CHILD + "'") > 0) {
            Thread.sleep(5);
        }
    }

    /// The next start: what lies there is brought to its end.
    private static void recover(Scheduler scheduler, JdbcClient jdbc) throws InterruptedException {
        scheduler.start();
        while (count(jdbc, "platform.scheduled_tasks WHERE task_name LIKE 'notification.%'") > 0) {
            Thread.sleep(20);
        }
        scheduler.stop();
    }

    /// News are sent once, or nobody knows; a code may be sent again, and then the books say why.
    private static List<Map<String, Object>> wrong(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT * FROM public.books
                        WHERE told = code
                           OR deliveries <> 1
                           OR state NOT IN ('SENT', 'DELIVERED', 'UNKNOWN')
                           OR NOT code AND (shown > 1 OR again > 0)
                           OR shown > 1 AND (again = 0 OR shown > again + 1)
                           OR state = 'UNKNOWN' AND open = 0
                           OR state <> 'UNKNOWN' AND shown = 0
                        """).query().listOfRows();
    }

    private static long count(JdbcClient jdbc, String relation) {
        return jdbc.sql("SELECT count(*) FROM " + relation).query(Long.class).single();
    }
}
