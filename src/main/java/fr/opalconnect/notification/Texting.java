package fr.opalconnect.notification;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.platform.Jobs;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whom text messages reach; and the ones that go to a telephone number, not to a tenant.
@Component
class Texting {
    private final SmsSettings settings;
    private final SmsWays ways;
    private final DeliveryTable deliveries;
    private final Jobs jobs;
    private final InstantSource clock;

    Texting(SmsSettings settings, SmsWays ways, DeliveryTable deliveries, Jobs jobs, InstantSource clock) {
        this.settings = settings;
        this.ways = ways;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.clock = clock;
    }

    boolean isPossible() {
        return ways.areOpen();
    }

    boolean reaches(@Nullable Phone phone) {
        return phone != null
                && phone.kind() == Phone.Kind.MOBILE
                && settings.countries().stream().anyMatch(code -> phone.e164().startsWith("+" + code));
    }

    UUID stage(@Nullable Phone to, String text, Instant validUntil) {
        UUID id = Ids.next(clock);
        deliveries.stage(id, to, text, clock.instant(), validUntil);
        jobs.stage(SmsJob.TASK, id.toString());
        return id;
    }
}
