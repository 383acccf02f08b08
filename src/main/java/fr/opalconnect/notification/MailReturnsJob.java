package fr.opalconnect.notification;

import fr.opalconnect.notification.mail.ReturnMailbox;
import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Visits the mailbox to which letters come back.
class MailReturnsJob {
    private static final Logger LOG = LoggerFactory.getLogger(MailReturnsJob.class);

    private final ReturnMailbox mailbox;
    private final Bounces bounces;

    MailReturnsJob(ReturnMailbox mailbox, Bounces bounces) {
        this.mailbox = mailbox;
        this.bounces = bounces;
    }

    /// Out of reach, it is visited again next time.
    void run() {
        try {
            mailbox.empty(bounces::take);
        } catch (MessagingException e) {
            LOG.warn(
                    "The mailbox of returned e-mails could not be read: {}",
                    e.getClass().getSimpleName());
        }
    }
}
