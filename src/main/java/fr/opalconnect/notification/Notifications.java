package fr.opalconnect.notification;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.platform.Jobs;
import fr.opalconnect.tenancy.Bells;
import fr.opalconnect.tenancy.Bells.Ring;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells people things. What is told stands in the app at once; how it goes out besides is each tenant's choice, and
/// decided by a job that is staged in the caller's transaction. See docs/adr/0012-notifications.md.
@Component
public class Notifications {
    /// One thing for one tenant, when many are told at once.
    public record News(TenantNumber who, Facts facts) {}

    private final Texting texting;
    private final ToldTable told;
    private final DeliveryTable deliveries;
    private final Bells bells;
    private final Ahead ahead;

    /// What happens after the transaction, and when.
    @Component
    record Ahead(Jobs jobs, NotificationSettings settings, InstantSource clock) {
        /// @return by which they are sent on together
        UUID batch() {
            return Ids.next(clock);
        }

        void stage(UUID batch, Pace pace) {
            Instant now = clock.instant();
            jobs.stage(DispatchJob.TASK, batch.toString(), pace == Pace.GATHERED ? now.plus(settings.gather()) : now);
        }
    }

    Notifications(Texting texting, ToldTable told, DeliveryTable deliveries, Bells bells, Ahead ahead) {
        this.texting = texting;
        this.told = told;
        this.deliveries = deliveries;
        this.bells = bells;
        this.ahead = ahead;
    }

    /// Tells a tenant something, in the caller's transaction. The same thing is told once ([Facts#key()]), however
    /// often
    /// this is called.
    public void tell(TenantNumber who, Kind kind, Facts facts) {
        tell(kind, List.of(new News(who, facts)));
    }

    /// The same for many at once, in as few statements as for one.
    ///
    /// @return how many were told: not those who knew already, nor those whom it says nothing
    public int tell(Kind kind, Collection<News> news) {
        if (news.isEmpty()) {
            return 0;
        }
        UUID batch = ahead.batch();
        List<Ring> fresh = told.add(kind, news, batch);
        if (!fresh.isEmpty()) {
            if (!kind.topic().waitsAtMessages()) {
                bells.ring(fresh);
            }
            ahead.stage(batch, kind.pace());
        }
        return fresh.size();
    }

    /// Whether these are the hours in which the landlord's tenants are not to be woken, for whoever tells something
    /// that
    /// was not done just now.
    public boolean isQuiet() {
        return ahead.settings().quiet().endAfter(ahead.clock().instant()) != null;
    }

    /// Stages a code for a phone; it goes out when the caller's transaction commits, by text message, always, and to
    /// nobody else. What it says is blanked as soon as it is sent, or not worth sending any more.
    ///
    /// @param to         null for nobody: all is done as for somebody, and nothing is sent
    /// @param validUntil after this it is not worth sending
    /// @return by which [#outcome] tells what became of it
    public UUID code(@Nullable Phone to, String text, Instant validUntil) {
        // GSM-7 has no no-break space: with one, a text would cost twice as much.
        return texting.stage(to, text.replace('\u00a0', ' ').replace('\u202f', ' '), validUntil);
    }

    /// Whether this deployment has a way to send text messages, and nobody has switched it off.
    public boolean canText() {
        return texting.isPossible();
    }

    /// Whether text messages may go to this phone: a mobile, in one of the countries that the settings name.
    public boolean reaches(@Nullable Phone phone) {
        return texting.reaches(phone);
    }

    /// What became of a text message: for the desk, and for whom it went to once they are signed in. Never for somebody
    /// who is not: that a message arrives says that there is somebody (docs/adr/0013-sms-gateways.md).
    ///
    /// @param failure     the key of a text for the desk: why the phone did not get it, when the network said
    /// @param reason      why it was not taken, in the gateway's words
    /// @param gateway     which took it
    /// @param sentAt      when it was taken, or given up
    /// @param deliveredAt when the phone had it
    public record Outcome(
            State state,
            @Nullable String failure,
            @Nullable String reason,
            @Nullable String gateway,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt) {
        /// Whether the network did not take it, or it could not be handed over in time.
        public boolean refused() {
            return state == State.REFUSED;
        }
    }

    public enum State {
        /// It waits to be handed over.
        WAITING,
        /// The network has it.
        HANDED_OVER,
        /// The phone has it.
        DELIVERED,
        /// The phone did not get it.
        UNDELIVERED,
        /// It may be on its way, or lost; nobody will say.
        UNKNOWN,
        /// The network did not take it, or it could not be handed over in time.
        REFUSED;

        static State of(String state) {
            return switch (state) {
                case "STAGED", "NOBODY" -> WAITING;
                case "SENT" -> HANDED_OVER;
                case "DELIVERED" -> DELIVERED;
                case "UNDELIVERED" -> UNDELIVERED;
                case "UNKNOWN" -> UNKNOWN;
                default -> REFUSED;
            };
        }
    }

    /// @return null when it is not known any more
    public @Nullable Outcome outcome(UUID code) {
        return deliveries.outcome(code);
    }

    /// Why a message was not taken, for the desk.
    ///
    /// @param reason in the words of whoever did not take it
    public static String why(Texts t, @Nullable String reason) {
        return Why.say(t, reason);
    }

    /// What a live page follows to hear of a message ([fr.opalconnect.platform.Live]); the door decides who may.
    public static String topic(UUID text) {
        return "text:" + text;
    }
}
