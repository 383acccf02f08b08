package fr.opalconnect.notification;

import fr.opalconnect.notification.mail.MailGateway;
import fr.opalconnect.notification.mail.SandboxMail;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The way that e-mails go, as the settings name it.
@Configuration(proxyBeanMethods = false)
class MailSetup {
    @Bean
    @ConditionalOnProperty(name = "opal.mail.gateway", havingValue = "sandbox")
    MailGateway sandboxMail(MailSettings settings, SandboxMails screen) {
        return new SandboxMail(screen, settings.sandboxRefused());
    }
}
