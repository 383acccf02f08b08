package fr.opalconnect.access;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.Notifications;
import fr.opalconnect.notification.Notifications.Outcome;
import fr.opalconnect.notification.Notifications.State;
import fr.opalconnect.platform.Code;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How far a tenant has come with their activation, and why it fails: for the agency, which can help.
@Component
public class ActivationTrouble {
    /// Where it stands; the first that applies.
    public enum Kind {
        ACTIVATED,
        /// A code from the counter waits to be used.
        COUNTER_CODE,
        NO_PHONE,
        LANDLINE,
        /// A mobile of a country that this deployment sends no texts to.
        NOT_REACHED,
        NEVER_TRIED,
        /// The network did not take the last code.
        TEXT_REFUSED,
        /// It took it, and the phone did not get it.
        TEXT_UNDELIVERED,
        /// The line broke: nobody knows.
        TEXT_UNKNOWN,
        TOO_MANY_WRONG,
        /// A code was sent moments ago, or entered, and a password is being chosen.
        UNDER_WAY,
        CODE_UNUSED,
        /// The phone has the last code, which still lives.
        CODE_DELIVERED
    }

    /// @param at     when: activated, tried, delivered, or until when the counter's code can be used
    /// @param reason in the gateway's words when it refused; the key of a text when the phone did not get it
    public record Activity(
            Kind kind, @Nullable Instant at, @Nullable String reason) {
        public boolean isTrouble() {
            return switch (kind) {
                case ACTIVATED, COUNTER_CODE, NEVER_TRIED, UNDER_WAY, CODE_DELIVERED -> false;
                default -> true;
            };
        }

        /// What happened and what helps, in one or two sentences.
        public String sentence(Texts t) {
            String key =
                    "access.trouble." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (at == null) {
                return t.say(key);
            }
            var there = at.atZone(Texts.ZONE);
            String why =
                    kind == Kind.TEXT_REFUSED ? Notifications.why(t, reason) : reason == null ? "?" : t.say(reason);
            return t.say(key, t.longDay(there.toLocalDate()), t.time(there), why);
        }
    }

    private final Tenancies tenancies;
    private final TroubleTable table;
    private final CounterCodeBook counter;
    private final Notifications notifications;
    private final InstantSource clock;

    ActivationTrouble(
            Tenancies tenancies,
            TroubleTable table,
            CounterCodeBook counter,
            Notifications notifications,
            InstantSource clock) {
        this.tenancies = tenancies;
        this.table = table;
        this.counter = counter;
        this.notifications = notifications;
        this.clock = clock;
    }

    /// @return null when it is no tenant of theirs
    public @Nullable Activity of(SignedInStaff who, TenantNumber tenant) {
        Tenancy tenancy = CounterCodes.theirs(tenancies, who, tenant);
        return tenancy == null ? null : of(tenancy);
    }

    private Activity of(Tenancy tenancy) {
        Instant activated = table.activatedAt(tenancy.number());
        if (activated != null) {
            return new Activity(Kind.ACTIVATED, activated, null);
        }
        Instant counterUntil = counter.livesUntil(tenancy.number());
        if (counterUntil != null) {
            return new Activity(Kind.COUNTER_CODE, counterUntil, null);
        }
        Phone phone = tenancy.phone();
        if (phone == null) {
            return new Activity(Kind.NO_PHONE, null, null);
        }
        if (phone.kind() == Phone.Kind.LANDLINE) {
            return new Activity(Kind.LANDLINE, null, null);
        }
        if (!notifications.reaches(phone)) {
            return new Activity(Kind.NOT_REACHED, null, null);
        }
        TroubleTable.Attempt last = table.lastAttempt(tenancy.number());
        return last == null ? new Activity(Kind.NEVER_TRIED, null, null) : of(last);
    }

    private Activity of(TroubleTable.Attempt last) {
        Outcome text = last.delivery() == null ? null : notifications.outcome(last.delivery());
        if (text != null && text.refused()) {
            return new Activity(Kind.TEXT_REFUSED, last.sentAt(), text.reason());
        }
        if (last.proved()) {
            return new Activity(Kind.UNDER_WAY, last.sentAt(), null);
        }
        if (last.tries() >= Code.TRIES) {
            return new Activity(Kind.TOO_MANY_WRONG, last.sentAt(), null);
        }
        if (text != null && text.state() == State.UNDELIVERED) {
            return new Activity(Kind.TEXT_UNDELIVERED, last.sentAt(), text.failure());
        }
        if (text != null && text.state() == State.UNKNOWN) {
            return new Activity(Kind.TEXT_UNKNOWN, last.sentAt(), null);
        }
        boolean living = clock.instant().isBefore(last.sentAt().plus(Code.LIFE));
        if (living && text != null && text.deliveredAt() != null) {
            return new Activity(Kind.CODE_DELIVERED, text.deliveredAt(), null);
        }
        return new Activity(living ? Kind.UNDER_WAY : Kind.CODE_UNUSED, last.sentAt(), null);
    }
}
