package fr.opalconnect.notification;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Sends one staged text message, and tries again for as long as it is worth sending.
@Component
class SmsJob {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("notification.sms");

    private final DeliveryTable deliveries;
    private final SmsSending sending;

    SmsJob(DeliveryTable deliveries, SmsSending sending) {
        this.deliveries = deliveries;
        this.sending = sending;
    }

    CompletionHandler<Void> run(UUID id) {
        Delivery delivery = deliveries.findStaged(id);
        Instant again = delivery == null ? null : sending.deliver(delivery);
        return again == null
                ? (done, execution) -> execution.remove()
                : (done, execution) -> execution.reschedule(done, again);
    }
}
