package fr.opalconnect.conversation;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.landlord.StaffDirectory;
import fr.opalconnect.landlord.StaffMember;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who has which conversation at the agency, and how far it is; for one, or for several that were selected.
@Component
public class Caseload {
    private final Shelves shelves;
    private final Register register;
    private final NextStep nextStep;
    private final StaffDirectory staff;
    private final Agencies agencies;

    Caseload(Shelves shelves, Register register, NextStep nextStep, StaffDirectory staff, Agencies agencies) {
        this.shelves = shelves;
        this.register = register;
        this.nextStep = nextStep;
        this.staff = staff;
        this.agencies = agencies;
    }

    /// Gives it to somebody, or back to the agency's pile. Somebody who is away: to whoever stands in.
    ///
    /// @param to of the staff, and one who sees that agency; null for the pile
    @Transactional
    public Ending assign(SignedInStaff who, UUID id, @Nullable UUID to) {
        StaffMember member = to == null ? null : open(staff.find(to));
        if (to != null && member == null) {
            return new Ending.NotFound();
        }
        return change(who, id, head -> {
            if (member != null && !member.sees(head.agencyCode())) {
                return new Ending.NotFound();
            }
            register.give(head, head.agencyCode(), member == null ? null : member.id());
            register.note(head, Step.Act.ASSIGNED, Author.of(who), member == null ? null : member.name());
            return new Ending.Done(id);
        });
    }

    /// Gives it to another agency, whose pile it then lies on.
    ///
    /// @param why for the colleagues there
    @Transactional
    public Ending handOver(SignedInStaff who, UUID id, String agencyCode, @Nullable String why) {
        Agency agency = agencies.find(agencyCode);
        if (agency == null) {
            return new Ending.NotFound();
        }
        return change(who, id, head -> {
            String said = why == null || why.isBlank() ? agency.name() : agency.name() + " : " + why.strip();
            register.note(head, Step.Act.HANDED_OVER, Author.of(who), said);
            register.give(head, agencyCode, null);
            return new Ending.Done(id);
        });
    }

    /// Moves it along an edge; [State#waysForStaff] are those that there are.
    ///
    /// @param why shown to the tenant; may be null
    @Transactional
    public Ending move(SignedInStaff who, UUID id, State to, @Nullable String why) {
        return change(who, id, head -> {
            if (head.state() == to) {
                return new Ending.Done(id);
            }
            if (!head.state().mayBecome(to, Party.STAFF, head.kind())) {
                return new Ending.NotNow(head.state());
            }
            register.become(head, nextStep.moved(head, to), Author.of(who), why);
            return new Ending.Done(id);
        });
    }

    /// The same for several at once. What cannot be done is left as it is.
    ///
    /// @return one ending for each, in their order
    @Transactional
    public List<Ending> assignAll(SignedInStaff who, Collection<UUID> ids, @Nullable UUID to) {
        return ids.stream().sorted().map(id -> assign(who, id, to)).toList();
    }

    /// The same for several at once. What cannot be done is left as it is.
    @Transactional
    public List<Ending> moveAll(SignedInStaff who, Collection<UUID> ids, State to, @Nullable String why) {
        return ids.stream().sorted().map(id -> move(who, id, to, why)).toList();
    }

    private Ending change(SignedInStaff who, UUID id, Function<Head, Ending> change) {
        Head head = shelves.conversations().lock(who, id);
        return head == null ? new Ending.NotFound() : change.apply(head);
    }

    private @Nullable StaffMember open(@Nullable StaffMember member) {
        return member == null || member.closed() ? null : staff.present(member);
    }
}
