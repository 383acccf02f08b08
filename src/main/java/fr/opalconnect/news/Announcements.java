package fr.opalconnect.news;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.MinuteCopy;
import fr.opalconnect.tenancy.Areas;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the landlord announces. Managers write for their agencies, administrators for everywhere. Accueil reads a copy
/// in memory, a minute old at most: it costs no round trip.
@Component
public class Announcements {
    private static final int MOST = 100;

    private final AnnouncementTable table;
    private final Areas areas;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final MinuteCopy<List<Announcement>> ahead;

    Announcements(
            AnnouncementTable table, Areas areas, Audit audit, ApplicationEventPublisher events, InstantSource clock) {
        this.table = table;
        this.areas = areas;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.ahead = new MinuteCopy<>(clock, table::ahead);
    }

    /// What is shown now to who lives there, the next to happen first.
    ///
    /// @param lease one that the tenant holds
    public List<Announcement> of(SignedInTenant who, HeldLease lease) {
        Instant now = clock.instant();
        if (!who.leases().contains(lease.number())
                || lease.hasEnded(now.atZone(Texts.ZONE).toLocalDate())) {
            return List.of();
        }
        return ahead.get().stream()
                .filter(one ->
                        one.state(now) == Announcement.State.SHOWN && one.area().covers(lease))
                .toList();
    }

    public static boolean mayWrite(SignedInStaff who) {
        return who.role().mayAll(StaffRole.AGENCY_MANAGER);
    }

    /// Those of their agencies, the last to end first.
    public List<Announcement> of(SignedInStaff who) {
        return mayWrite(who) ? table.of(who, MOST) : List.of();
    }

    /// @return null when there is none, or it is not theirs
    public @Nullable Announcement find(SignedInStaff who, UUID id) {
        return mayWrite(who) ? table.find(who, id) : null;
    }

    /// Publishes it, or puts it in the place of what it said before.
    ///
    /// @return false when it is not theirs to say
    @Transactional
    public boolean publish(SignedInStaff who, Announcement one) {
        if (!mayWrite(who) || !one.area().isOf(who) || !table.put(who, one)) {
            return false;
        }
        audit.note(who.actor(), "announced to " + one.households(), one.id().toString());
        forget();
        events.publishEvent(new Announced(one.id()));
        return true;
    }

    /// For jobs: as it stands now.
    ///
    /// @return null when it was withdrawn, or is over
    public @Nullable Announcement ahead(UUID id) {
        return table.ahead(clock.instant()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    @Transactional
    public boolean withdraw(SignedInStaff who, UUID id) {
        if (find(who, id) == null) {
            return false;
        }
        table.withdraw(id, clock.instant());
        audit.note(who.actor(), "announcement withdrawn", id.toString());
        forget();
        return true;
    }

    /// How many households would see it.
    public int households(SignedInStaff who, Announcement one) {
        return areas.households(who, one.area());
    }

    /// Reads anew what is announced.
    void forget() {
        ahead.forget();
    }
}
