package fr.opalconnect.notification;

import fr.opalconnect.Emptied;
import fr.opalconnect.platform.Jobs;
import fr.opalconnect.tenancy.Bells;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The clock of what is told, in a test's hand.
public final class Telling {
    private final JdbcClient jdbc;
    private final Dispatch dispatch;

    public Telling(ApplicationContext program) {
        this.jdbc = program.getBean(JdbcClient.class);
        this.dispatch = program.getBean(Dispatch.class);
    }

    /// Nobody was told anything, nothing waits, and no phone is switched on. The program looks for new notices by
    /// itself, now and then: not for the next minutes.
    public void clear() {
        jdbc.sql("UPDATE platform.scheduled_tasks SET execution_time = now() + interval '10 minutes'"
                        + " WHERE task_name LIKE 'herald.%' AND NOT picked")
                .update();
        await("herald.%");
        Emptied.by(jdbc, "DELETE FROM notification.delivery WHERE tenant_number IS NOT NULL");
        Emptied.by(jdbc, "TRUNCATE notification.told, notification.reader CASCADE");
        Emptied.by(jdbc, "DELETE FROM notification.push_subscription");
        Emptied.by(jdbc, "DELETE FROM tenancy.unread WHERE bell");
        Emptied.by(jdbc, "DELETE FROM platform.scheduled_tasks WHERE task_name = 'notification.dispatch'");
        // A letter that is on its way already would arrive among the next ones.
        await("notification.mail");
        await("notification.push");
    }

    /// Until the program's own job is not at work.
    private void await(String job) {
        Instant latest = Instant.now().plusSeconds(10);
        while (isAtWork(job) && Instant.now().isBefore(latest)) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private boolean isAtWork(String job) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM platform.scheduled_tasks WHERE task_name LIKE :job AND picked)")
                .param("job", job)
                .query(Boolean.class)
                .single();
    }

    /// Sends all on that waits, whenever it was to leave; what the program's own job has in hand is waited for.
    public void sendNow() {
        for (UUID batch : jdbc.sql("SELECT DISTINCT batch FROM notification.told WHERE batch IS NOT NULL")
                .query(UUID.class)
                .list()) {
            Instant latest = Instant.now().plusSeconds(10);
            while (dispatch.some(Objects.requireNonNull(batch), Instant.now()) != null
                    && Instant.now().isBefore(latest)) {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        }
    }

    /// Kinds that somebody was told, in their order.
    public List<String> kinds(String tenant) {
        return jdbc.sql("SELECT kind FROM notification.told WHERE tenant_number = :tenant ORDER BY id")
                .param("tenant", tenant)
                .query(String.class)
                .list();
    }

    /// The same with the sum that each names, in cents: `DUE_SOON 25090`.
    public List<String> sums(String tenant) {
        return jdbc.sql("""
                        SELECT kind || ' ' || substring(facts FROM '(?n)^S(\\d+)') FROM notification.told
                        WHERE tenant_number = :tenant ORDER BY id
                        """).param("tenant", tenant).query(String.class).list();
    }

    /// Those of a landlord where it is night.
    public static Notifications atNight(ApplicationContext program) {
        int hour = Instant.now().atZone(Texts.ZONE).getHour();
        NotificationSettings settings = new NotificationSettings(hour, (hour + 2) % 24, Duration.ZERO);
        return new Notifications(
                program.getBean(Texting.class),
                program.getBean(ToldTable.class),
                program.getBean(DeliveryTable.class),
                program.getBean(Bells.class),
                new Notifications.Ahead(program.getBean(Jobs.class), settings, InstantSource.system()));
    }
}
