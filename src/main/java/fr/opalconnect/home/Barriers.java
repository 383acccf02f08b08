package fr.opalconnect.home;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Ids;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What keeps people from using a page: anyone tells, administrators look after it. What is done is kept for the three
/// years that a declaration holds (decree no. 2019-768), without how to reach whoever told it.
@Component
class Barriers {
    private static final int MOST = 200;
    private static final Period KEPT = Period.ofYears(3);

    private final BarrierTable table;
    private final Audit audit;
    private final InstantSource clock;

    Barriers(BarrierTable table, Audit audit, InstantSource clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    void tell(String page, String trouble, @Nullable String contact) {
        table.add(Ids.next(clock), clock.instant(), page, trouble, contact);
    }

    static boolean mayLook(SignedInStaff who) {
        return who.role().mayAll(StaffRole.ADMINISTRATOR);
    }

    /// Empty for who may not look.
    List<Barrier> list(SignedInStaff who) {
        return mayLook(who) ? table.list(MOST) : List.of();
    }

    /// @return false when there is none, or none for them, or somebody was faster
    @Transactional
    boolean done(SignedInStaff who, UUID id) {
        if (!mayLook(who) || !table.done(id, who.name(), clock.instant())) {
            return false;
        }
        audit.note(who.actor(), "barrier done", "barrier:" + id);
        return true;
    }

    void forgetOld() {
        table.forgetDoneBefore(
                clock.instant().atOffset(ZoneOffset.UTC).minus(KEPT).toInstant());
    }
}
