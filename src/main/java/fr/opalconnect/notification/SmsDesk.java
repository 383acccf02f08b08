package fr.opalconnect.notification;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.notification.SmsAlarms.Alarm;
import fr.opalconnect.notification.SmsGatewayTable.Health;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How text messages go, and the switch that stops them all: for administrators.
@Component
class SmsDesk {
    static final int LONGEST_REASON = 200;

    /// @param health null when nothing is to be said of it
    record Gateway(String name, @Nullable Health health) {}

    /// @param position null when nobody ever switched
    /// @param spent    the share of what may go out in an hour
    record Standing(
            boolean on,
            SmsSwitch.@Nullable Position position,
            List<Gateway> gateways,
            List<SmsDeskTable.Hour> hours,
            List<Alarm> alarms,
            double spent) {}

    /// What the tables know.
    @Component
    record Books(SmsGatewayTable health, SmsDeskTable hours, SmsAlarms alarms, Limits limits) {}

    private final SmsWays ways;
    private final SmsSwitch power;
    private final Books books;
    private final Audit audit;
    private final InstantSource clock;

    SmsDesk(SmsWays ways, SmsSwitch power, Books books, Audit audit, InstantSource clock) {
        this.ways = ways;
        this.power = power;
        this.books = books;
        this.audit = audit;
        this.clock = clock;
    }

    static boolean mayLook(SignedInStaff who) {
        return who.role().mayAll(StaffRole.ADMINISTRATOR);
    }

    /// @return null for who may not look
    @Nullable
    Standing standing(SignedInStaff who) {
        if (!mayLook(who)) {
            return null;
        }
        Map<String, Health> health = books.health().all();
        Instant midnight = clock.instant()
                .atZone(Texts.ZONE)
                .toLocalDate()
                .atStartOfDay(Texts.ZONE)
                .toInstant();
        SmsSwitch.Position position = power.position();
        return new Standing(
                position == null || position.on(),
                position,
                ways.all().stream()
                        .map(way -> new Gateway(way.name(), health.get(way.name())))
                        .toList(),
                books.hours().since(midnight),
                books.alarms().ringing(who),
                books.limits().spent(Limit.TEXTS_ALTOGETHER, ""));
    }

    /// @return whether they may
    @Transactional
    public boolean change(SignedInStaff who, boolean on, String reason) {
        if (!mayLook(who)) {
            return false;
        }
        power.change(on, reason, who.name());
        audit.note(who.actor(), on ? "text messages switched on" : "text messages switched off", reason);
        return true;
    }
}
