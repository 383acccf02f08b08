package fr.opalconnect.notification;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.Delivery.Ending;
import fr.opalconnect.notification.sms.SmsGateway;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Sends one staged text message, and tries again for as long as it is worth sending.
@Component
class SmsJob {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("notification.sms");

    private static final Logger LOG = LoggerFactory.getLogger(SmsJob.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private final DeliveryTable deliveries;
    private final ObjectProvider<SmsGateway> gateway;
    private final Limits limits;
    private final InstantSource clock;

    SmsJob(DeliveryTable deliveries, ObjectProvider<SmsGateway> gateway, Limits limits, InstantSource clock) {
        this.deliveries = deliveries;
        this.gateway = gateway;
        this.limits = limits;
        this.clock = clock;
    }

    CompletionHandler<Void> run(UUID id) {
        Delivery delivery = deliveries.findStaged(id);
        Instant again = delivery == null ? null : deliver(delivery);
        return again == null
                ? (done, execution) -> execution.remove()
                : (done, execution) -> execution.reschedule(done, again);
    }

    /// @return when to try again, or null when it has ended
    private @Nullable Instant deliver(Delivery delivery) {
        Instant now = clock.instant();
        if (delivery.recipient() == null) {
            return end(delivery, Ending.NOBODY, null, null);
        }
        if (!now.isBefore(delivery.validUntil())) {
            return end(delivery, Ending.EXPIRED, "not sent in time", null);
        }
        // Only what is really sent is counted: otherwise anyone could spend it with numbers that do not exist.
        if (limits.spend(Limit.TEXTS_ALTOGETHER, "") instanceof Limits.Answer.Refused refused) {
            LOG.error("The limit {} is spent: no more text messages until {}", Limit.TEXTS_ALTOGETHER, refused.until());
            return later(delivery, refused.until(), "limit spent");
        }
        SmsGateway way = gateway.getIfAvailable();
        if (way == null) {
            return end(delivery, Ending.FAILED, "no gateway", null);
        }
        Phone to = new Phone(delivery.recipient(), Phone.Kind.MOBILE);
        return switch (way.send(to, delivery.message(), Duration.between(now, delivery.validUntil()))) {
            case SmsGateway.Answer.Taken taken -> end(delivery, Ending.SENT, null, taken.reference());
            case SmsGateway.Answer.Refused no -> {
                LOG.warn("The SMS gateway refused delivery {}: {}", delivery.id(), no.reason());
                yield end(delivery, Ending.REFUSED, no.reason(), null);
            }
            case SmsGateway.Answer.Unreachable lost -> {
                LOG.warn("The SMS gateway did not take delivery {}: {}", delivery.id(), lost.reason());
                Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(delivery.tries(), 6));
                yield later(delivery, clock.instant().plus(pause), lost.reason());
            }
        };
    }

    private @Nullable Instant later(Delivery delivery, Instant at, String reason) {
        if (!at.isBefore(delivery.validUntil())) {
            return end(delivery, Ending.FAILED, reason, null);
        }
        deliveries.countTry(delivery.id(), reason);
        return at;
    }

    private @Nullable Instant end(
            Delivery delivery, Ending ending, @Nullable String reason, @Nullable String reference) {
        deliveries.end(delivery.id(), ending, reason, reference, clock.instant());
        return null;
    }
}
