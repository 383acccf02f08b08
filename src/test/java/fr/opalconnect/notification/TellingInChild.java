package fr.opalconnect.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A program of its own that tells people things and sends them, so that it can be killed.
final class TellingInChild {
    static final String READY = "people are told";

    /// One in so many is not news, but a code that somebody waits for.
    private static final int CODES = 4;

    private TellingInChild() {}

    /// Tells until it is killed.
    ///
    /// @param arguments the JDBC address
    public static void main(String[] arguments) throws InterruptedException {
        var post = SmallPost.on(arguments[0]);
        post.getBean(Scheduler.class).start();
        Thread[] callers = new Thread[3];
        for (int i = 0; i < callers.length; i++) {
            callers[i] = Thread.ofPlatform().start(() -> {
                while (true) {
                    tell(
                            post.getBean(Notifications.class),
                            post.getBean(JdbcClient.class),
                            post.getBean(TransactionTemplate.class));
                }
            });
        }
        System.out.println(READY);
        for (Thread caller : callers) {
            caller.join();
        }
    }

    /// What happens, and that it is told, are one transaction.
    private static void tell(Notifications notifications, JdbcClient jdbc, TransactionTemplate transactions) {
        transactions.executeWithoutResult(_ -> {
            int who = jdbc.sql("INSERT INTO public.fact DEFAULT VALUES RETURNING who")
                    .query(Integer.class)
                    .single();
            if (who % CODES == 0) {
                UUID code = notifications.code(
                        phone(who), "Code " + who, Instant.now().plus(Duration.ofMinutes(10)));
                jdbc.sql("UPDATE public.fact SET code = :code WHERE who = :who")
                        .param("code", code)
                        .param("who", who)
                        .update();
            } else {
                notifications.tell(
                        tenant(who), Kind.CUT, Facts.of("once", "/accueil").with("Eau coupee " + who, null));
            }
        });
        try {
            Thread.sleep(15);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static TenantNumber tenant(int who) {
        return new TenantNumber("%07d".formatted(who));
    }

    /// Far from each other: a row of numbers that is written to much has a limit.
    static Phone phone(int who) {
        String number = "+336%08d".formatted(who * 104_729L % 100_000_000L);
        return Objects.requireNonNull(Phone.parse(number, null));
    }
}
