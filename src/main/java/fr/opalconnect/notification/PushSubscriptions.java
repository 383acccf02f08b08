package fr.opalconnect.notification;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.push.PushGateway;
import fr.opalconnect.notification.push.Subscription;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The browsers that want to be told: switched on and off by their tenants, dropped with their session, or when they
/// are gone.
@Component
public class PushSubscriptions {
    /// Phones, tablets and computers of one tenant; one more replaces the oldest.
    private static final int MOST = 10;

    /// How switching on ends.
    sealed interface Ending {
        record On() implements Ending {}

        /// This deployment pushes nothing, or not to that address, or these are no keys.
        record NotPossible() implements Ending {}

        /// @param until when the next try will be granted
        record TooOften(Instant until) implements Ending {}
    }

    private final PushTable table;
    private final PushWay way;
    private final Limits limits;
    private final InstantSource clock;

    PushSubscriptions(PushTable table, PushWay way, Limits limits, InstantSource clock) {
        this.table = table;
        this.way = way;
        this.limits = limits;
        this.clock = clock;
    }

    /// What the page of this session shows of it.
    PushSwitchView view(SignedInTenant who) {
        return new PushSwitchView(way.publicKey(), way.open() && table.has(who.number(), who.session()));
    }

    @Transactional
    Ending switchOn(SignedInTenant who, Subscription to, String device, Locale language) {
        if (limits.spend(Limit.PUSH_SWITCHES_PER_TENANT, who.number().value())
                instanceof Limits.Answer.Refused refused) {
            return new Ending.TooOften(refused.until());
        }
        if (!way.takes(to)) {
            return new Ending.NotPossible();
        }
        table.put(new PushDevice(
                Ids.next(clock), who.number(), who.session(), to, device, language, clock.instant(), null));
        table.trim(who.number(), MOST);
        return new Ending.On();
    }

    /// @param endpoint of the browser, as far as it knows
    void switchOff(SignedInTenant who, String endpoint) {
        table.drop(who.number(), who.session(), endpoint);
    }

    /// The sessions have ended: whoever holds those browsers now is to read nothing more.
    public void drop(Collection<UUID> sessions) {
        if (!sessions.isEmpty()) {
            table.dropOf(sessions);
        }
    }

    /// For jobs: the browsers of a tenant.
    List<PushDevice> of(TenantNumber tenant) {
        return table.of(tenant);
    }

    /// Sends to one browser, and drops it when it is gone.
    PushGateway.Answer send(
            PushDevice device, byte[] payload, Duration life, PushGateway.Urgency urgency, @Nullable String topic) {
        PushGateway.Answer answer = way.send(device.to(), payload, life, urgency, topic);
        switch (answer) {
            case PushGateway.Answer.Taken _ -> table.noteReached(device.id(), clock.instant());
            case PushGateway.Answer.Gone _ -> table.drop(device.id());
            case PushGateway.Answer.Refused _, PushGateway.Answer.Unreachable _ -> {}
        }
        return answer;
    }
}
