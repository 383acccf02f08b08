package fr.opalconnect.notification;

import fr.opalconnect.notification.mail.Mail;
import fr.opalconnect.notification.mail.MailGateway;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Sends letters, but not to an address at which they come back.
@Component
class Mails {
    private static final Pattern STATUS = Pattern.compile("\\b5\\.[0-9]{1,3}\\.[0-9]{1,3}$");

    private final ObjectProvider<MailGateway> gateway;
    private final MailAddresses addresses;

    Mails(ObjectProvider<MailGateway> gateway, MailAddresses addresses) {
        this.gateway = gateway;
        this.addresses = addresses;
    }

    /// Whether this deployment has a way to send e-mails.
    boolean canWrite() {
        return gateway.getIfAvailable() != null;
    }

    /// Whether a letter to that address may arrive.
    boolean reaches(@Nullable String address) {
        return canWrite() && address != null && !address.isBlank() && addresses.returned(address) == null;
    }

    MailGateway.Answer send(Mail mail) {
        MailGateway way = gateway.getIfAvailable();
        if (way == null) {
            return new MailGateway.Answer.Refused("no gateway");
        }
        if (addresses.returned(mail.to()) != null) {
            return new MailGateway.Answer.Refused("mail comes back from there");
        }
        MailGateway.Answer answer = way.send(mail);
        if (answer instanceof MailGateway.Answer.Refused refused) {
            Matcher status = STATUS.matcher(refused.reason());
            if (status.find()) {
                addresses.bounced(mail.to(), status.group());
            }
        }
        return answer;
    }
}
