package fr.opalconnect.conversation;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a tenant does with a request besides writing: confirms, contradicts, picks a time, follows a neighbour's.
@Component
public class Requests {
    private final Shelves shelves;
    private final Register register;
    private final NextStep nextStep;
    private final FollowerTable followers;
    private final Tenancies tenancies;

    Requests(Shelves shelves, Register register, NextStep nextStep, FollowerTable followers, Tenancies tenancies) {
        this.shelves = shelves;
        this.register = register;
        this.nextStep = nextStep;
        this.followers = followers;
        this.tenancies = tenancies;
    }

    /// 'C'est réparé', or: 'Je n'en ai plus besoin'.
    @Transactional
    public Ending close(SignedInTenant who, UUID id) {
        return move(who, id, State.CLOSED);
    }

    /// 'Ce n'est pas réparé', and: open it again.
    @Transactional
    public Ending reopen(SignedInTenant who, UUID id) {
        return move(who, id, State.RECEIVED);
    }

    /// Picks one of the times offered. The same twice is once.
    @Transactional
    public Ending choose(SignedInTenant who, UUID id, UUID slotId) {
        Head head = shelves.conversations().lock(who, id);
        Slot slot = head == null ? null : slot(id, slotId);
        if (head == null || slot == null) {
            return new Ending.NotFound();
        }
        if (slot.state() == Slot.State.CHOSEN) {
            return new Ending.Done(id);
        }
        boolean past = !slot.startsAt().isAfter(shelves.now());
        if (slot.state() != Slot.State.OFFERED || head.isClosed() || past) {
            return new Ending.NotNow(head.state());
        }
        Author author = author(who);
        shelves.steps().setSlots(id, Slot.State.CHOSEN, Slot.State.WITHDRAWN);
        shelves.steps().choose(slotId);
        shelves.steps().setSlots(id, Slot.State.OFFERED, Slot.State.WITHDRAWN);
        register.note(head, Step.Act.CHOSE, author, null);
        register.become(head, nextStep.chose(head, slot), author, null);
        return new Ending.Done(id);
    }

    /// 'Autre créneau': none of them, or no longer the one chosen.
    @Transactional
    public Ending decline(SignedInTenant who, UUID id) {
        Head head = shelves.conversations().lock(who, id);
        if (head == null) {
            return new Ending.NotFound();
        }
        boolean any = shelves.steps().slotsOf(id).stream()
                .anyMatch(slot -> slot.state() == Slot.State.OFFERED || slot.state() == Slot.State.CHOSEN);
        if (!any || head.isClosed()) {
            return new Ending.NotNow(head.state());
        }
        Author author = author(who);
        shelves.steps().setSlots(id, Slot.State.OFFERED, Slot.State.DECLINED);
        shelves.steps().setSlots(id, Slot.State.CHOSEN, Slot.State.DECLINED);
        register.note(head, Step.Act.DECLINED, author, null);
        State state = head.state() == State.PLANNED ? State.TAKEN_ON : head.state();
        register.become(head, nextStep.moved(head, state), author, null);
        return new Ending.Done(id);
    }

    /// A neighbour's open request about the same trouble in the same building; null when there is none to follow.
    public @Nullable SameTrouble sameTrouble(SignedInTenant who, HeldLease lease, String trouble) {
        String estate = lease.estate();
        if (estate == null || !who.leases().contains(lease.number())) {
            return null;
        }
        Followed first = followers.sameTrouble(who, estate, lease.building(), trouble);
        return first == null
                ? null
                : new SameTrouble(first.id(), followers.households(estate, lease.building(), trouble));
    }

    /// Follows a neighbour's request instead of beginning a second one.
    @Transactional
    public Ending follow(SignedInTenant who, HeldLease lease, String trouble, UUID id) {
        SameTrouble same = sameTrouble(who, lease, trouble);
        if (same == null || !same.id().equals(id)) {
            return new Ending.NotFound();
        }
        followers.add(id, who, shelves.now());
        return new Ending.Done(id);
    }

    @Transactional
    public void unfollow(SignedInTenant who, UUID id) {
        followers.remove(id, who);
        tenancies.wasRead(who.number(), id);
    }

    /// The neighbours' requests that this tenant follows; seen, they count as read.
    @Transactional
    public List<Followed> followed(SignedInTenant who) {
        List<Followed> all = followers.followedBy(who);
        if (!all.isEmpty()) {
            var unread = tenancies.unread(who);
            all.stream()
                    .filter(each -> unread.contains(each.id()))
                    .forEach(each -> tenancies.wasRead(who.number(), each.id()));
        }
        return all;
    }

    private Ending move(SignedInTenant who, UUID id, State to) {
        Head head = shelves.conversations().lock(who, id);
        if (head == null) {
            return new Ending.NotFound();
        }
        if (head.state() == to) {
            return new Ending.Done(id);
        }
        if (!head.state().mayBecome(to, Party.TENANT, head.kind())) {
            return new Ending.NotNow(head.state());
        }
        register.become(head, nextStep.moved(head, to), author(who), null);
        return new Ending.Done(id);
    }

    private @Nullable Slot slot(UUID conversation, UUID id) {
        return shelves.steps().slotsOf(conversation).stream()
                .filter(slot -> slot.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private Author author(SignedInTenant who) {
        Tenancy tenancy = Objects.requireNonNull(tenancies.find(who.number()), "whoever is signed in holds a lease");
        return Author.of(who.number(), tenancy.fullName());
    }
}
