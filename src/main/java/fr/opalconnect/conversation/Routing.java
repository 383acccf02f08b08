package fr.opalconnect.conversation;

import fr.opalconnect.landlord.StaffDirectory;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who a tenant's words go to: the adviser of the dwelling's sector, whoever stands in for them, else the agency.
@Component
class Routing {
    private final StaffDirectory staff;
    private final InstantSource clock;

    Routing(StaffDirectory staff, InstantSource clock) {
        this.staff = staff;
        this.clock = clock;
    }

    /// @return null for the agency's own pile
    @Nullable
    StaffMember answers(HeldLease lease) {
        StaffMember adviser = staff.adviser(lease.adviserCode());
        return adviser == null ? null : whoIsThere(adviser, lease.agencyCode());
    }

    /// Who has it now, or who stands in for them; null when it falls to the agency's pile.
    @Nullable
    StaffMember answers(Head head) {
        StaffMember now = staff.find(head.assignee());
        return now == null ? null : whoIsThere(now, head.agencyCode());
    }

    private @Nullable StaffMember whoIsThere(StaffMember member, @Nullable String agency) {
        StaffMember there = member.closed() ? member : staff.present(member);
        boolean takes = !there.closed()
                && !there.isAway(clock.instant().atZone(Texts.ZONE).toLocalDate())
                && there.sees(agency);
        return takes ? there : null;
    }
}
