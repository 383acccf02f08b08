package fr.opalconnect.notification;

import fr.opalconnect.notification.mail.MailServer;
import fr.opalconnect.notification.mail.MailServer.Security;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How e-mails go out and come back: `opal.mail.*`.
///
/// @param gateway  which way; with NONE there are no e-mails, and nobody is offered any
/// @param from     the address they come from, of the landlord's own domain
/// @param fromName what mail programs show of it; the brand's landlord when it is empty
/// @param replyTo  where answers go; empty when nobody reads any
/// @param smtp     the relay, when the gateway is SMTP
/// @param returns  what comes back
/// @param sandboxRefused addresses that the sandbox does not take
@ConfigurationProperties("opal.mail")
record MailSettings(
        @DefaultValue("NONE") Gateway gateway,
        @DefaultValue("") String from,
        @DefaultValue("") String fromName,
        @DefaultValue("") String replyTo,
        @Nullable Server smtp,
        @DefaultValue Returns returns,
        @DefaultValue Set<String> sandboxRefused) {
    enum Gateway {
        NONE,
        SANDBOX,
        SMTP
    }

    /// A mail server.
    ///
    /// @param port 0 for the usual one
    record Server(
            String host,
            @DefaultValue("0") int port,
            @DefaultValue("STARTTLS") Security security,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {
        MailServer with(int usualClear, int usualTls) {
            int usual = security == Security.TLS ? usualTls : usualClear;
            return new MailServer(host, port == 0 ? usual : port, security, user, password);
        }

        /// Without the password.
        @Override
        public String toString() {
            return "Server[" + host + "]";
        }
    }

    /// How letters come back.
    ///
    /// @param address the mailbox to which they do, as the envelope names it; the sender's own when it is empty
    /// @param imap    that mailbox, to read them
    /// @param folder  of it
    /// @param secret  for a relay that tells of them by itself: the last part of the address that it calls
    record Returns(
            @DefaultValue("") String address,
            @Nullable Server imap,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("") String secret) {
        /// Without the secret.
        @Override
        public String toString() {
            return "Returns[" + address + "]";
        }
    }

    /// What stands behind the @ of the sender.
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
