package fr.opalconnect.payment;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import fr.opalconnect.payment.provider.Finding;
import fr.opalconnect.payment.provider.Sandbox;
import fr.opalconnect.platform.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Brings the sandbox bank's notices to the address that each order names, as banks do: over HTTP, some tries, then
/// never again. One that is to go at once may be lost when the program is killed; banks lose some too.
@Component
@ConditionalOnProperty(name = "opal.payment.provider", havingValue = "sandbox")
class SandboxPost {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("payment.sandbox-notice");

    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final SandboxTable table;
    private final ObjectProvider<Sandbox> sandbox;
    private final Jobs jobs;
    private final InstantSource clock;

    SandboxPost(SandboxTable table, ObjectProvider<Sandbox> sandbox, Jobs jobs, InstantSource clock) {
        this.table = table;
        this.sandbox = sandbox;
        this.jobs = jobs;
        this.clock = clock;
    }

    void sendNow(long id) {
        Thread.startVirtualThread(() -> {
            Instant again = send(id);
            if (again != null) {
                sendAt(id, again);
            }
        });
    }

    void sendAt(long id, Instant at) {
        jobs.stage(TASK, Long.toString(id), at);
    }

    CompletionHandler<Void> run(long id) {
        Instant again = send(id);
        return again == null
                ? (done, execution) -> execution.remove()
                : (done, execution) -> execution.reschedule(done, again);
    }

    /// @return when to try again, or null when there is nothing more to do
    private @Nullable Instant send(long id) {
        SandboxTable.Word word = table.unsaid(id);
        if (word == null) {
            return null;
        }
        Instant now = clock.instant();
        if (word.moves()) {
            table.move(word.bill().number(), word.outcome(), now);
        }
        Sandbox bank = sandbox.getObject();
        Finding finding = new Finding(
                word.outcome(),
                word.bill().reference(),
                word.bill().transaction(),
                word.bill().amount(),
                "EUR",
                bank.test(),
                true,
                word.outcome().name(),
                word.bill().changedAt());
        if (bank.tell(word.bill().notifyAt(), finding)) {
            table.said(id, clock.instant());
            return null;
        }
        table.countTry(id);
        return word.tries() + 1 < TRIES ? now.plus(PAUSE.multipliedBy(word.tries() + 1L)) : null;
    }
}
