package fr.opalconnect.access;

import fr.opalconnect.notification.Notifications;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Code;
import fr.opalconnect.platform.CodeText;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Sends a code to the phone of a claim, or to nobody with the same motions.
@Component
class Outbox {
    private final Notifications notifications;
    private final CodeText text;
    private final Audit audit;

    Outbox(Notifications notifications, CodeText text, Audit audit) {
        this.notifications = notifications;
        this.text = text;
        this.audit = audit;
    }

    /// @return by which the notifications tell what became of it
    UUID send(Claim claim, Code code, Instant validUntil) {
        UUID delivery =
                notifications.code(claim.phone(), text.of("access.sms.code", code, claim.language()), validUntil);
        audit.note(
                "visitor",
                "code sent",
                claim.tenant() == null ? null : claim.tenant().value());
        return delivery;
    }
}
