package fr.opalconnect.notification;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Sends on what was told together, some hundred tenants after the other.
@Component
class DispatchJob {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("notification.dispatch");

    private final Dispatch dispatch;
    private final InstantSource clock;

    DispatchJob(Dispatch dispatch, InstantSource clock) {
        this.dispatch = dispatch;
        this.clock = clock;
    }

    CompletionHandler<Void> run(UUID batch) {
        Instant next = dispatch.some(batch, clock.instant());
        while (next != null && !next.isAfter(clock.instant())) {
            next = dispatch.some(batch, clock.instant());
        }
        Instant again = next;
        return again == null
                ? (done, execution) -> execution.remove()
                : (done, execution) -> execution.reschedule(done, again);
    }
}
