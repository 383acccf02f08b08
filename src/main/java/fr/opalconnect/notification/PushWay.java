package fr.opalconnect.notification;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import fr.opalconnect.notification.push.PushGateway;
import fr.opalconnect.notification.push.PushHosts;
import fr.opalconnect.notification.push.Subscription;
import fr.opalconnect.notification.push.VapidKeys;
import fr.opalconnect.notification.push.WebPush;
import fr.opalconnect.platform.Secrets;
import fr.opalconnect.platform.UnusableSetting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The way to the browsers' push services, when the settings open it. Its keys follow from a secret of this deployment,
/// made at the first start; without that secret all browsers have to be switched on anew.
@Component
class PushWay {
    private final PushHosts hosts;
    private final String publicKey;
    private final @Nullable PushGateway gateway;

    PushWay(PushSettings settings, Secrets secrets, InstantSource clock) {
        this.hosts = new PushHosts(settings.hosts());
        String subject = settings.subject().strip();
        if (subject.isEmpty()) {
            this.publicKey = "";
            this.gateway = null;
            return;
        }
        if (!subject.matches("mailto:[^@\\s]+@[^@\\s]+|https://[^\\s]+")) {
            throw new UnusableSetting("opal.push.subject has to be mailto: or https: and an address of yours.");
        }
        VAPIDKeyPair keys = VapidKeys.of(secrets.mac("notification.push", "P-256"));
        this.publicKey =
                Base64.getUrlEncoder().withoutPadding().encodeToString(keys.extractPublicKeyInUncompressedForm());
        this.gateway = new WebPush(keys, subject, hosts, clock);
    }

    boolean open() {
        return gateway != null;
    }

    /// What browsers subscribe to, base64url; empty when the way is not open.
    String publicKey() {
        return publicKey;
    }

    /// Whether a browser could be told there.
    boolean takes(Subscription to) {
        return open() && hosts.take(to.endpoint()) && to.hasKeys();
    }

    PushGateway.Answer send(
            Subscription to, byte[] payload, Duration life, PushGateway.Urgency urgency, @Nullable String topic) {
        return gateway == null
                ? new PushGateway.Answer.Refused("no gateway")
                : gateway.send(to, payload, life, urgency, topic);
    }
}
