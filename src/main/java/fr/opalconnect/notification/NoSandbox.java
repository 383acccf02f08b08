package fr.opalconnect.notification;

import fr.opalconnect.notification.SmsSettings.Gateway;
import fr.opalconnect.platform.UnusableSetting;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Production does not pretend: a tenant who reads that a code is on its way gets one.
@Component
@Profile("serve")
class NoSandbox {
    NoSandbox(SmsSettings texts, MailSettings mails) {
        if (texts.inOrder().contains(Gateway.SANDBOX) || texts.inOrder().contains(Gateway.SANDBOX_RESERVE)) {
            throw new UnusableSetting("opal.sms.gateways=sandbox sends no text messages: it is for the demo.");
        }
        if (mails.gateway() == MailSettings.Gateway.SANDBOX) {
            throw new UnusableSetting("opal.mail.gateway=sandbox sends no e-mails: it is for the demo.");
        }
    }
}
