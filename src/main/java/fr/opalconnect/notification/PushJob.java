package fr.opalconnect.notification;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import fr.opalconnect.notification.Handover.Try;
import fr.opalconnect.notification.push.PushGateway;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sends one message to the phones of a tenant. It has arrived when one of them took it.
@Component
class PushJob {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("notification.push");

    private final Handover handover;
    private final Payload payload;
    private final PushSubscriptions subscriptions;
    private final InstantSource clock;

    PushJob(Handover handover, Payload payload, PushSubscriptions subscriptions, InstantSource clock) {
        this.handover = handover;
        this.payload = payload;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    CompletionHandler<Void> run(UUID id) {
        return handover.run(id, Channel.PUSH, this::send);
    }

    private Try send(Parcel parcel) {
        List<PushDevice> devices = subscriptions.of(parcel.tenant());
        Told first = parcel.told().getFirst();
        boolean now = !first.kind().pace().waitsForDay();
        Duration life = Duration.between(clock.instant(), parcel.validUntil());
        String taken = null;
        String refused = "no phone";
        Try.Lost lost = null;
        for (PushDevice device : devices) {
            byte[] words = payload.write(parcel, device.language());
            switch (subscriptions.send(
                    device, words, life, now ? PushGateway.Urgency.HIGH : PushGateway.Urgency.NORMAL, topic(parcel))) {
                case PushGateway.Answer.Taken yes -> taken = yes.reference();
                case PushGateway.Answer.Gone _ -> refused = "switched off on the phone";
                case PushGateway.Answer.Refused no -> refused = no.reason();
                case PushGateway.Answer.Unreachable away -> lost = new Try.Lost(away.reason(), away.pause());
            }
        }
        return outcome(taken, lost, refused);
    }

    private static Try outcome(@Nullable String taken, Try.@Nullable Lost lost, String refused) {
        if (taken != null) {
            return new Try.Taken(taken);
        }
        return lost != null ? lost : new Try.Refused(refused);
    }

    /// At most 32 letters of base64url, the same for what takes the place of another.
    private static String topic(Parcel parcel) {
        UUID thing = parcel.told().getFirst().thing();
        byte[] bytes = java.nio.ByteBuffer.allocate(16)
                .putLong(thing.getMostSignificantBits())
                .putLong(thing.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
