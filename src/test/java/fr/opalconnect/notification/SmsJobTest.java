package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import fr.opalconnect.ClockApplication;
import fr.opalconnect.MovableClock;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.sms.SmsGateway;
import fr.opalconnect.platform.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// One delivery after the other, on a real database, through a gateway that answers what the test says.
@ClockApplication
class SmsJobTest {
    private static final Phone PHONE = new Phone("+33641207742", Phone.Kind.MOBILE);

    @Autowired
    DeliveryTable deliveries;

    @Autowired
    Notifications notifications;

    @Autowired
    SandboxMessages phones;

    @Autowired
    Handovers handovers;

    @Autowired
    SmsGatewayTable health;

    @Autowired
    SmsSwitch power;

    @Autowired
    SmsSpending spending;

    @Autowired
    SmsSettings settings;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Deque<SmsGateway.Answer> answers = new ArrayDeque<>();
    private SmsJob job;

    @BeforeEach
    void standAtTheGate() {
        SmsGateway gateway = (to, text, life) -> answers.removeFirst();
        SmsWays ways = new SmsWays(List.of(new SmsWay("only", gateway)), health, power, settings, clock);
        job = new SmsJob(deliveries, new SmsSending(handovers, ways, spending, settings, clock));
    }

    @Test
    void what_is_taken_is_sent_and_its_text_is_blanked() {
        UUID id = stage(PHONE);
        answers.add(new SmsGateway.Answer.Taken("27814656"));
        assertThat(run(id)).isNull();
        assertThat(row(id)).isEqualTo("SENT|27814656|||");
    }

    @Test
    void what_is_refused_is_not_tried_again() {
        UUID id = stage(PHONE);
        answers.add(new SmsGateway.Answer.Refused("number not in service"));
        assertThat(run(id)).isNull();
        assertThat(row(id)).isEqualTo("REFUSED||number not in service||");
    }

    @Test
    void a_gateway_out_of_reach_is_tried_again_later_and_later() {
        UUID id = stage(PHONE);
        for (int pause : List.of(2, 4, 8)) {
            answers.add(new SmsGateway.Answer.Unreachable("status 503"));
            Instant before = clock.instant();
            assertThat(run(id))
                    .isBetween(before.plusSeconds(pause), clock.instant().plusSeconds(pause));
        }
        answers.add(new SmsGateway.Answer.Taken("1"));
        assertThat(run(id)).isNull();
        assertThat(row(id)).startsWith("SENT");
    }

    @Test
    void it_gives_up_when_the_code_would_arrive_too_late() {
        UUID id = stage(PHONE);
        clock.forward(Duration.ofMinutes(10).minusSeconds(1));
        answers.add(new SmsGateway.Answer.Unreachable("status 503"));
        assertThat(run(id)).isNull();
        assertThat(row(id)).isEqualTo("FAILED||status 503||");
    }

    @Test
    void what_waited_too_long_is_never_sent() {
        UUID id = stage(PHONE);
        clock.forward(Duration.ofMinutes(10));
        assertThat(run(id)).isNull();
        assertThat(row(id)).isEqualTo("EXPIRED||not sent in time||");
    }

    @Test
    void for_nobody_all_is_done_but_sending() {
        UUID id = stage(null);
        assertThat(run(id)).isNull();
        assertThat(row(id)).isEqualTo("NOBODY||||");
    }

    @Test
    void a_job_that_runs_twice_sends_once() {
        UUID id = stage(PHONE);
        answers.add(new SmsGateway.Answer.Taken("1"));
        run(id);
        assertThat(run(id)).isNull();
        assertThat(row(id)).isEqualTo("SENT|1|||");
    }

    @Test
    void a_message_goes_out_if_and_only_if_the_transaction_commits() throws InterruptedException {
        transaction.executeWithoutResult(status -> {
            notifications.code(PHONE, "never", clock.instant().plusSeconds(600));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(
                status -> notifications.code(PHONE, "committed", clock.instant().plusSeconds(600)));
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (phones.latest().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(phones.latest()).extracting(SandboxMessages.Message::text).containsExactly("committed");
    }

    private UUID stage(@Nullable Phone to) {
        UUID id = Ids.next(clock);
        Instant now = clock.instant();
        deliveries.stage(id, to, "OPAL : 407123", now, now.plus(Duration.ofMinutes(10)));
        return id;
    }

    /// Runs the job once, and tells when it wants to run again.
    private @Nullable Instant run(UUID id) {
        CompletionHandler<Void> wish = job.run(id);
        Wish heard = new Wish();
        wish.complete(null, heard);
        return heard.again;
    }

    private static final class Wish extends ExecutionOperations<Void> {
        private @Nullable Instant again;

        Wish() {
            super(null, null, null);
        }

        @Override
        public void remove() {
            again = null;
        }

        @Override
        public void reschedule(
                com.github.kagkarlsson.scheduler.task.ExecutionComplete complete, Instant nextExecutionTime) {
            again = nextExecutionTime;
        }
    }

    private String row(UUID id) {
        return jdbc.sql("""
                        SELECT concat(state, '|', reference, '|', reason, '|', recipient, '|', message)
                        FROM notification.delivery WHERE id = :id
                        """).param("id", id).query(String.class).single();
    }
}
