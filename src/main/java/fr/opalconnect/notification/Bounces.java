package fr.opalconnect.notification;

import fr.opalconnect.notification.mail.DeliveryReport;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Letters that came back: which address is to be marked, and which letter did not arrive. Anyone can write to the
/// mailbox of returns; only who had a letter of ours can name its Message-ID together with its address.
@Component
class Bounces {
    private static final Logger LOG = LoggerFactory.getLogger(Bounces.class);

    private final MessageIds ids;
    private final MailAddresses addresses;
    private final DeliveryTable deliveries;
    private final ApplicationEventPublisher events;

    Bounces(MessageIds ids, MailAddresses addresses, DeliveryTable deliveries, ApplicationEventPublisher events) {
        this.ids = ids;
        this.addresses = addresses;
        this.deliveries = deliveries;
        this.events = events;
    }

    @Transactional
    public void take(DeliveryReport report) {
        report.addresses().stream()
                .filter(address -> ids.wentTo(report.messageId(), address))
                .findFirst()
                .ifPresentOrElse(
                        address -> cameBack(address, report),
                        () -> LOG.info("A report on a letter that is none of ours was left alone"));
    }

    /// The address is marked first: nothing that goes on from here goes there.
    private void cameBack(String address, DeliveryReport report) {
        addresses.bounced(address, report.status());
        UUID letter = ids.letter(report.messageId());
        if (deliveries.cameBack(letter, report.status())) {
            events.publishEvent(new DeliveryEnded(letter, Channel.MAIL, true));
        }
    }
}
