package fr.opalconnect.notification;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import fr.opalconnect.notification.Delivery.Ending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What e-mails and messages to phones have in common on their way out: tried with growing pauses for as long as they
/// are worth it, and when one fails for good, what it said goes on by the next way that the tenant wants.
@Component
class Handover {
    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    /// How one try ended.
    sealed interface Try {
        record Taken(String reference) implements Try {}

        record Refused(String reason) implements Try {}

        /// @param pause what the other side asks for; null when it does not say
        record Lost(String reason, @Nullable Duration pause) implements Try {}
    }

    /// Tries once.
    interface Way {
        Try send(Parcel parcel);
    }

    private final ParcelTable parcels;
    private final DeliveryTable deliveries;
    private final Dispatch dispatch;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Handover(
            ParcelTable parcels,
            DeliveryTable deliveries,
            Dispatch dispatch,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.parcels = parcels;
        this.deliveries = deliveries;
        this.dispatch = dispatch;
        this.transaction = transaction;
        this.clock = clock;
    }

    CompletionHandler<Void> run(UUID id, Channel channel, Way way) {
        Parcel parcel = parcels.findStaged(id);
        Instant again = parcel == null ? null : deliver(parcel, channel, way);
        return again == null
                ? (done, execution) -> execution.remove()
                : (done, execution) -> execution.reschedule(done, again);
    }

    /// @return when to try again, or null when it has ended
    private @Nullable Instant deliver(Parcel parcel, Channel channel, Way way) {
        if (parcel.told().isEmpty()) {
            return end(parcel, channel, Ending.EXPIRED, "nothing left to say");
        }
        if (!clock.instant().isBefore(parcel.validUntil())) {
            return end(parcel, channel, Ending.EXPIRED, "not sent in time");
        }
        return switch (way.send(parcel)) {
            case Try.Taken taken -> {
                deliveries.end(parcel.id(), Ending.SENT, null, taken.reference(), null, clock.instant());
                yield null;
            }
            case Try.Refused no -> end(parcel, channel, Ending.REFUSED, no.reason());
            case Try.Lost lost -> later(parcel, channel, lost);
        };
    }

    private @Nullable Instant later(Parcel parcel, Channel channel, Try.Lost lost) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(parcel.tries(), 10));
        Duration asked = lost.pause();
        Instant at = clock.instant().plus(asked != null && asked.compareTo(pause) > 0 ? asked : pause);
        if (!at.isBefore(parcel.validUntil())) {
            return end(parcel, channel, Ending.FAILED, lost.reason());
        }
        deliveries.countTry(parcel.id(), lost.reason());
        return at;
    }

    /// One transaction: a node that dies between the two would leave what was told without any way.
    private @Nullable Instant end(Parcel parcel, Channel channel, Ending ending, String reason) {
        LOG.warn("Delivery {} by {} ended: {}", parcel.id(), channel, reason);
        transaction.executeWithoutResult(_ -> {
            deliveries.end(parcel.id(), ending, reason, null, null, clock.instant());
            dispatch.another(parcel.tenant(), parcel.told(), channel);
        });
        return null;
    }
}
