package fr.opalconnect.notification;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.sms.SmsGateway;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.platform.Jobs;
import fr.opalconnect.ui.Typography;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Tells people things; today by text message.
@Component
public class Notifications {
    /// For so long news are worth sending.
    private static final Duration NEWS = Duration.ofHours(12);

    private final SmsSettings settings;
    private final ObjectProvider<SmsGateway> gateway;
    private final DeliveryTable deliveries;
    private final Jobs jobs;
    private final InstantSource clock;

    Notifications(
            SmsSettings settings,
            ObjectProvider<SmsGateway> gateway,
            DeliveryTable deliveries,
            Jobs jobs,
            InstantSource clock) {
        this.settings = settings;
        this.gateway = gateway;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// Whether this deployment has a way to send text messages.
    public boolean canText() {
        return gateway.getIfAvailable() != null;
    }

    /// Whether text messages may go to this phone: a mobile, in one of the countries that the settings name.
    public boolean reaches(@Nullable Phone phone) {
        return phone != null
                && phone.kind() == Phone.Kind.MOBILE
                && settings.countries().stream().anyMatch(code -> phone.e164().startsWith("+" + code));
    }

    /// Stages a text message; it goes out when the caller's transaction commits.
    ///
    /// @param to         null for nobody: all is done as for somebody, and nothing is sent
    /// @param text       blanked as soon as it is sent, or not worth sending any more
    /// @param validUntil after this it is not worth sending
    /// @return by which [#outcome] tells what became of it
    public UUID text(@Nullable Phone to, String text, Instant validUntil) {
        UUID id = Ids.next(clock);
        // GSM-7 has no no-break space: with one, a text would cost twice as much.
        String plain = text.replace('\u00a0', ' ').replace('\u202f', ' ');
        deliveries.stage(id, to, plain, clock.instant(), validUntil);
        jobs.stage(SmsJob.TASK, id.toString());
        return id;
    }

    /// Stages news that are worth sending for half a day, when text messages reach that phone.
    ///
    /// @param words as a page would say them
    /// @return whether they do
    public boolean news(@Nullable Phone to, String words) {
        if (!reaches(to)) {
            return false;
        }
        text(to, Typography.unset(words), clock.instant().plus(NEWS));
        return true;
    }

    /// What became of a text message, for the desk.
    ///
    /// @param refused whether the network did not take it, or it could not be handed over in time
    /// @param reason  in the gateway's words
    public record Outcome(boolean refused, @Nullable String reason) {}

    /// @return null when it is not known any more
    public @Nullable Outcome outcome(UUID text) {
        return deliveries.outcome(text);
    }
}
