package fr.opalconnect.notification;

import fr.opalconnect.notification.ReceiptTable.Kept;
import fr.opalconnect.notification.ReceiptTable.Part;
import fr.opalconnect.notification.sms.Receipt;
import fr.opalconnect.notification.sms.SmsGateway;
import fr.opalconnect.platform.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What the networks tell of messages: kept as it comes, then laid to the message it speaks of; at once, or when we
/// know of that message; a pass catches those for which that was the same moment.
@Component
class SmsReceipts implements SmsGateway.Receipts {
    /// Digits by which a phone is known, however its country is written.
    private static final int TAIL = 8;

    private static final Duration STILL_LOOKED_FOR = Duration.ofMinutes(2);
    private static final Duration WRONG_CLOCK = Duration.ofDays(3);
    private static final int PASS = 500;

    private final ReceiptTable table;
    private final Secrets secrets;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    SmsReceipts(
            ReceiptTable table,
            Secrets secrets,
            ApplicationEventPublisher events,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.table = table;
        this.secrets = secrets;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void take(String gateway, Receipt receipt) {
        transaction.executeWithoutResult(status -> keep(gateway, receipt));
    }

    private void keep(String gateway, Receipt receipt) {
        Instant now = clock.instant();
        byte[] tail = receipt.number() == null ? null : tail(receipt.number());
        lay(table.add(gateway, receipt, tail, done(receipt, now), now));
    }

    /// Their clock tells the minute better than the hour at which we hear of it, unless it is plainly wrong.
    private static Instant done(Receipt receipt, Instant now) {
        Instant told = receipt.doneAt();
        return told == null || told.isAfter(now) || told.isBefore(now.minus(WRONG_CLOCK)) ? now : told;
    }

    /// For messages that were just written down as taken.
    void matchWaiting(String gateway, List<String> references) {
        table.waitingFor(gateway, references).forEach(this::lay);
    }

    /// Those that came in the very moment in which their message was written down.
    void matchAll() {
        table.waitingSince(clock.instant().minus(STILL_LOOKED_FOR), PASS)
                .forEach(kept -> transaction.executeWithoutResult(status -> lay(kept)));
    }

    private void lay(Kept kept) {
        Part part = table.find(kept);
        if (part == null) {
            return;
        }
        table.match(kept);
        boolean last = kept.outcome().equals(Receipt.Outcome.DELIVERED.name())
                || kept.outcome().equals(Receipt.Outcome.FAILED.name());
        if (last && table.end(part, kept)) {
            boolean lost = table.sumUp(part.delivery());
            events.publishEvent(new DeliveryEnded(part.delivery(), Channel.SMS, lost));
        }
    }

    byte[] tail(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        return secrets.mac("sms-receipts", digits.substring(Math.max(0, digits.length() - TAIL)));
    }
}
