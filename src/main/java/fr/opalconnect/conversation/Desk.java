package fr.opalconnect.conversation;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.landlord.StaffDirectory;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What tenants and the agency write to each other, from the agency's side: its lists, the words, the times offered.
/// Whatever is not of the agencies of whoever asks is not found.
@Component
public class Desk {
    private final Shelves shelves;
    private final InboxTable inbox;
    private final Register register;
    private final NextStep nextStep;
    private final Tenancies tenancies;
    private final StaffDirectory staff;

    Desk(
            Shelves shelves,
            InboxTable inbox,
            Register register,
            NextStep nextStep,
            Tenancies tenancies,
            StaffDirectory staff) {
        this.shelves = shelves;
        this.inbox = inbox;
        this.register = register;
        this.nextStep = nextStep;
        this.tenancies = tenancies;
        this.staff = staff;
    }

    /// @param after where the page before ended; null for the first
    /// @param most  lines of a page
    public InboxPage inbox(SignedInStaff who, InboxFilter filter, InboxPage.@Nullable Key after, int most) {
        return inbox.page(who, mine(who), filter, after, most, shelves.now());
    }

    public InboxCounts counts(SignedInStaff who) {
        return inbox.counts(who, mine(who), shelves.now());
    }

    /// The estates and buildings with something open, for the filter.
    public List<InboxPlace> places(SignedInStaff who) {
        return inbox.places(who);
    }

    /// What one tenant has begun, the latest first, closed ones too.
    public List<Line> of(SignedInStaff who, TenantNumber tenant) {
        return inbox.of(who, tenant, 50);
    }

    /// The conversation with its words, notes and assignments; the tenant sees 'Lu' from now on.
    ///
    /// @return null when there is none, or not for whoever asks
    @Transactional
    public @Nullable Conversation open(SignedInStaff who, UUID id) {
        Head head = shelves.conversations().find(who, id);
        if (head == null) {
            return null;
        }
        Conversation conversation = shelves.whole(head, Party.STAFF);
        if (shelves.readBy(conversation, Author.of(who))) {
            register.wasRead(head);
        }
        return conversation;
    }

    /// Answers the tenant. What was only received is taken on by it.
    ///
    /// @param next who is to do something now; null lets the kind decide
    @Transactional
    public Ending answer(SignedInStaff who, UUID id, Words words, @Nullable Waiting next) {
        Head head = shelves.conversations().lock(who, id);
        if (head == null) {
            return new Ending.NotFound();
        }
        if (shelves.messages().findByKey(Author.of(who), words.key()) != null) {
            return new Ending.Done(id);
        }
        if (!shelves.bind(Author.of(who), words)) {
            return new Ending.UnknownFile();
        }
        register.say(head, Author.of(who), words, false);
        register.becomeSilently(head, nextStep.staffAnswered(head, next), Author.of(who));
        return new Ending.Done(id);
    }

    /// A note that tenants never see.
    @Transactional
    public Ending note(SignedInStaff who, UUID id, Words words) {
        Head head = shelves.conversations().lock(who, id);
        if (head == null) {
            return new Ending.NotFound();
        }
        if (shelves.messages().findByKey(Author.of(who), words.key()) != null) {
            return new Ending.Done(id);
        }
        if (!shelves.bind(Author.of(who), words)) {
            return new Ending.UnknownFile();
        }
        register.say(head, Author.of(who), words, true);
        return new Ending.Done(id);
    }

    /// Offers times instead of those offered before; the tenant picks one with a button.
    ///
    /// @param times in the future
    @Transactional
    public Ending offerSlots(SignedInStaff who, UUID id, List<Slot.Times> times) {
        Head head = shelves.conversations().lock(who, id);
        if (head == null) {
            return new Ending.NotFound();
        }
        if (head.isClosed()
                || times.isEmpty()
                || times.stream().anyMatch(time -> !time.startsAt().isAfter(shelves.now()))) {
            return new Ending.NotNow(head.state());
        }
        Author author = Author.of(who);
        shelves.steps().setSlots(id, Slot.State.OFFERED, Slot.State.WITHDRAWN);
        Step offered = register.note(head, Step.Act.OFFERED, author, null);
        for (Slot.Times time : times) {
            UUID slot = Ids.next(shelves::now);
            shelves.steps().offer(id, new Slot(slot, time.startsAt(), time.endsAt(), Slot.State.OFFERED), offered);
        }
        register.become(head, nextStep.offered(head), author, null);
        return new Ending.Done(id);
    }

    /// Writes to a tenant first.
    ///
    /// @param lease one that the tenant holds and that the agencies of whoever asks look after
    @Transactional
    public Ending begin(SignedInStaff who, TenantNumber tenant, LeaseNumber lease, String subject, Words words) {
        Tenancy tenancy = tenancies.find(tenant);
        HeldLease held = tenancy == null ? null : tenancy.lease(lease);
        if (tenancy == null || held == null || !who.sees(held.agencyCode())) {
            return new Ending.NotFound();
        }
        Author author = Author.of(who);
        shelves.messages().lockKey(author, words.key());
        UUID before = shelves.messages().findByKey(author, words.key());
        if (before != null) {
            return new Ending.Done(before);
        }
        if (!shelves.bind(author, words)) {
            return new Ending.UnknownFile();
        }
        Draft draft = new Draft(Kind.MESSAGE, subject, null, false, false, words);
        Head head = Head.begun(
                shelves.now(), null, draft, tenancy, held, who.id(), Course.tenant(State.TAKEN_ON, null), Party.STAFF);
        register.begin(head, author, words);
        return new Ending.Done(head.id());
    }

    /// Whether a file was sent in a conversation that whoever asks may see.
    public boolean maySee(SignedInStaff who, UUID attachment) {
        UUID conversation = shelves.messages().conversationOf(attachment, true);
        return conversation != null && shelves.conversations().find(who, conversation) != null;
    }

    /// Their own account, and those of whom they stand in for today.
    private UUID[] mine(SignedInStaff who) {
        Stream<UUID> others = staff.all().stream()
                .filter(member -> member.standIn() != null
                        && !member.id().equals(who.id())
                        && staff.present(member).id().equals(who.id()))
                .map(StaffMember::id);
        return Stream.concat(Stream.of(who.id()), others).toArray(UUID[]::new);
    }
}
