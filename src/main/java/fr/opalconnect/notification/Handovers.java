package fr.opalconnect.notification;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.Delivery.Ending;
import fr.opalconnect.notification.HandoverTable.Answer;
import fr.opalconnect.notification.HandoverTable.Handover;
import fr.opalconnect.notification.sms.MessageIds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down each time that a text message is given to a gateway: before it is given, what was answered, and how it
/// ended.
@Component
class Handovers {
    /// Who must be asked what became of a message is asked first after that, then less and less often.
    private static final Duration FIRST_ASK = Duration.ofSeconds(10);

    private final HandoverTable table;
    private final DeliveryTable deliveries;
    private final SmsReceipts receipts;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Handovers(
            HandoverTable table,
            DeliveryTable deliveries,
            SmsReceipts receipts,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.table = table;
        this.deliveries = deliveries;
        this.receipts = receipts;
        this.events = events;
        this.clock = clock;
    }

    @Nullable
    Handover last(UUID delivery) {
        return table.last(delivery);
    }

    /// @param again whether an earlier one may have been taken
    /// @return its number
    int begin(UUID delivery, SmsWay way, boolean again) {
        return table.begin(delivery, way.name(), again, clock.instant());
    }

    void answer(UUID delivery, int number, Answer answer, String reason) {
        table.answer(delivery, number, answer, reason);
    }

    /// It is in the gateway's hands: what it said and to whom is blanked. A receipt may have come already.
    @Transactional
    public void taken(UUID delivery, int number, SmsWay way, Phone to, List<String> references) {
        Instant now = clock.instant();
        List<String> plain = references.stream().map(MessageIds::plain).toList();
        table.answer(delivery, number, Answer.TAKEN, null);
        table.addParts(
                delivery,
                number,
                way.name(),
                plain,
                receipts.tail(to.e164()),
                way.gateway().mustBeAsked() ? now.plus(FIRST_ASK) : null);
        deliveries.end(delivery, Ending.SENT, null, String.join(" ", references), way.name(), now);
        receipts.matchWaiting(way.name(), plain);
    }

    void countTry(UUID delivery, String reason) {
        deliveries.countTry(delivery, reason);
    }

    /// No gateway will have it any more.
    @Transactional
    public void end(UUID delivery, Ending ending, @Nullable String reason) {
        deliveries.end(delivery, ending, reason, null, null, clock.instant());
        events.publishEvent(new DeliveryEnded(delivery, Channel.SMS, ending != Ending.UNKNOWN));
    }
}
