package fr.opalconnect.notification;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How e-mails go out and come back: `opal.mail.*`.
///
/// @param gateway which way; with NONE there are no e-mails, and nobody is offered any
/// @param from    the address they come from, of the landlord's own domain
/// @param replyTo where answers go; empty when nobody reads any
/// @param sandboxRefused addresses that the sandbox does not take
@ConfigurationProperties("opal.mail")
record MailSettings(
        @DefaultValue("NONE") Gateway gateway,
        @DefaultValue("") String from,
        @DefaultValue("") String replyTo,
        @DefaultValue Set<String> sandboxRefused) {
    enum Gateway {
        NONE,
        SANDBOX,
        SMTP
    }

    /// What stands behind the @ of the sender.
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
