package fr.opalconnect.notification;

import fr.opalconnect.notification.mail.DeliveryReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Letters that came back: which address is to be marked. Anyone can write to the mailbox of returns; only who had a
/// letter of ours can name its Message-ID together with its address.
@Component
class Bounces {
    private static final Logger LOG = LoggerFactory.getLogger(Bounces.class);

    private final MessageIds ids;
    private final MailAddresses addresses;

    Bounces(MessageIds ids, MailAddresses addresses) {
        this.ids = ids;
        this.addresses = addresses;
    }

    void take(DeliveryReport report) {
        report.addresses().stream()
                .filter(address -> ids.wentTo(report.messageId(), address))
                .findFirst()
                .ifPresentOrElse(
                        address -> addresses.bounced(address, report.status()),
                        () -> LOG.info("A report on a letter that is none of ours was left alone"));
    }
}
