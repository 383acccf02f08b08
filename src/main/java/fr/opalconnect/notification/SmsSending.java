package fr.opalconnect.notification;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.Delivery.Ending;
import fr.opalconnect.notification.HandoverTable.Answer;
import fr.opalconnect.notification.HandoverTable.Handover;
import fr.opalconnect.notification.sms.SmsGateway;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Hands one text message over: by the first gateway that takes it, once. Only a code is sent again when nobody can say
/// whether it was taken, because somebody waits for it; that is counted. See docs/adr/0013-sms-gateways.md.
@Component
class SmsSending {
    private static final Logger LOG = LoggerFactory.getLogger(SmsSending.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    /// After that many it is not the line any more.
    private static final int MOST_OPEN = 5;

    /// What a message may still cost.
    interface Purse {
        /// @param urgent whether somebody sits there and waits for it
        /// @return until when it must wait; null when it may go
        @Nullable
        Instant spend(Phone to, boolean urgent);
    }

    private final Handovers handovers;
    private final SmsWays ways;
    private final Purse purse;
    private final SmsSettings settings;
    private final InstantSource clock;

    SmsSending(Handovers handovers, SmsWays ways, Purse purse, SmsSettings settings, InstantSource clock) {
        this.handovers = handovers;
        this.ways = ways;
        this.purse = purse;
        this.settings = settings;
        this.clock = clock;
    }

    /// @return when to try again, or null when it has ended
    @Nullable
    Instant deliver(Delivery delivery) {
        Instant now = clock.instant();
        if (delivery.recipient() == null) {
            return end(delivery, Ending.NOBODY, null);
        }
        Handover last = handovers.last(delivery.id());
        boolean open = last != null && last.open() > 0;
        if (!now.isBefore(delivery.validUntil())) {
            return end(delivery, open ? Ending.UNKNOWN : Ending.EXPIRED, "not sent in time");
        }
        if (last != null && last.isOpen()) {
            if (!delivery.isUrgent() || last.open() >= MOST_OPEN) {
                return end(delivery, Ending.UNKNOWN, "no answer from " + last.gateway());
            }
            Instant again = last.at().plus(settings.resendAfter());
            if (now.isBefore(again)) {
                return again.isBefore(delivery.validUntil()) ? again : delivery.validUntil();
            }
        }
        if (!ways.areOpen()) {
            return end(delivery, open ? Ending.UNKNOWN : Ending.FAILED, "no gateway");
        }
        Phone to = new Phone(delivery.recipient(), Phone.Kind.MOBILE);
        Instant until = last == null || last.isOpen() ? purse.spend(to, delivery.isUrgent()) : null;
        return until == null ? hand(delivery, to, last, open) : later(delivery, until, open, "limit spent");
    }

    private @Nullable Instant hand(Delivery delivery, Phone to, @Nullable Handover last, boolean open) {
        String reason = "no gateway";
        boolean refused = true;
        for (SmsWay way : ways.inOrder(last == null ? null : last.openAt())) {
            int number = handovers.begin(delivery.id(), way, open);
            Duration life = Duration.between(clock.instant(), delivery.validUntil());
            switch (way.gateway().send(to, delivery.message(), life)) {
                case SmsGateway.Answer.Taken taken -> {
                    handovers.taken(delivery.id(), number, way, to, taken.references());
                    ways.succeeded(way);
                    return null;
                }
                case SmsGateway.Answer.Unknown unknown -> {
                    handovers.answer(delivery.id(), number, Answer.UNKNOWN, unknown.reason());
                    ways.failed(way, unknown.reason());
                    return whenUnknown(delivery, way, unknown.reason());
                }
                case SmsGateway.Answer.Refused no -> {
                    handovers.answer(delivery.id(), number, Answer.REFUSED, no.reason());
                    ways.succeeded(way);
                    reason = no.reason();
                }
                case SmsGateway.Answer.Busy busy -> {
                    handovers.answer(delivery.id(), number, Answer.NOT_TAKEN, busy.reason());
                    reason = busy.reason();
                    refused = false;
                }
                case SmsGateway.Answer.Unreachable lost -> {
                    handovers.answer(delivery.id(), number, Answer.NOT_TAKEN, lost.reason());
                    ways.failed(way, lost.reason());
                    reason = lost.reason();
                    refused = false;
                }
            }
            LOG.warn("The SMS gateway {} did not take delivery {}: {}", way.name(), delivery.id(), reason);
        }
        if (refused) {
            return end(delivery, open ? Ending.UNKNOWN : Ending.REFUSED, reason);
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(delivery.tries(), 6));
        return later(delivery, clock.instant().plus(pause), open, reason);
    }

    private @Nullable Instant whenUnknown(Delivery delivery, SmsWay way, String reason) {
        LOG.warn("Nobody knows whether {} took delivery {}: {}", way.name(), delivery.id(), reason);
        if (!delivery.isUrgent()) {
            return end(delivery, Ending.UNKNOWN, reason);
        }
        handovers.countTry(delivery.id(), reason);
        return clock.instant().plus(settings.resendAfter());
    }

    private @Nullable Instant later(Delivery delivery, Instant at, boolean open, String reason) {
        if (!at.isBefore(delivery.validUntil())) {
            return end(delivery, open ? Ending.UNKNOWN : Ending.FAILED, reason);
        }
        handovers.countTry(delivery.id(), reason);
        return at;
    }

    private @Nullable Instant end(Delivery delivery, Ending ending, @Nullable String reason) {
        handovers.end(delivery.id(), ending, reason);
        return null;
    }
}
