package fr.opalconnect.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.opalconnect.notification.mail.MailGateway;
import fr.opalconnect.notification.mail.ReturnMailbox;
import fr.opalconnect.notification.mail.SandboxMail;
import fr.opalconnect.notification.mail.Sender;
import fr.opalconnect.notification.mail.SmtpMail;
import fr.opalconnect.platform.UnusableSetting;
import fr.opalconnect.ui.Brand;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The way that e-mails go, as the settings name it, and the visits to the mailbox where they come back.
@Configuration(proxyBeanMethods = false)
class MailSetup {
    private static final int SHORTEST_SECRET = 32;

    @Bean
    @ConditionalOnProperty(name = "opal.mail.gateway", havingValue = "sandbox")
    MailGateway sandboxMail(MailSettings settings, SandboxMails screen) {
        check(settings);
        return new SandboxMail(screen, settings.sandboxRefused());
    }

    @Bean
    @ConditionalOnProperty(name = "opal.mail.gateway", havingValue = "smtp")
    SmtpMail smtpMail(MailSettings settings, Brand brand, InstantSource clock) {
        check(settings);
        MailSettings.Server relay = settings.smtp();
        if (relay == null) {
            throw new UnusableSetting("opal.mail.gateway=smtp needs opal.mail.smtp.host.");
        }
        String name = settings.fromName().isBlank() ? brand.landlord() : settings.fromName();
        Sender sender = new Sender(
                settings.from(), name, settings.replyTo(), settings.returns().address());
        return new SmtpMail(relay.with(587, 465), sender, clock);
    }

    @Bean
    @ConditionalOnProperty("opal.mail.returns.imap.host")
    MailReturnsJob mailReturnsJob(MailSettings settings, Bounces bounces) {
        MailSettings.Server imap = settings.returns().imap();
        if (imap == null) {
            throw new UnusableSetting("opal.mail.returns.imap.host is empty.");
        }
        return new MailReturnsJob(
                new ReturnMailbox(imap.with(143, 993), settings.returns().folder()), bounces);
    }

    @Bean
    @ConditionalOnProperty("opal.mail.returns.imap.host")
    RecurringTask<Void> readMailReturns(MailReturnsJob job) {
        return Tasks.recurring("notification.mail-returns", Schedules.fixedDelay(Duration.ofMinutes(5)))
                .execute((instance, context) -> job.run());
    }

    private static void check(MailSettings settings) {
        if (!settings.from().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw new UnusableSetting("opal.mail.from has to be an address of your own domain.");
        }
        String secret = settings.returns().secret();
        if (!secret.isEmpty() && secret.length() < SHORTEST_SECRET) {
            throw new UnusableSetting("opal.mail.returns.secret has to have 32 characters or more.");
        }
    }
}
