package fr.opalconnect.conversation;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a tenant and the agency write to each other, from the tenant's side.
@Component
public class Conversations {
    private final Shelves shelves;
    private final Register register;
    private final NextStep nextStep;
    private final Routing routing;
    private final Tenancies tenancies;
    private final Limits limits;

    Conversations(
            Shelves shelves,
            Register register,
            NextStep nextStep,
            Routing routing,
            Tenancies tenancies,
            Limits limits) {
        this.shelves = shelves;
        this.register = register;
        this.nextStep = nextStep;
        this.routing = routing;
        this.tenancies = tenancies;
        this.limits = limits;
    }

    /// Begins a conversation about the lease that is looked at. The same form sent twice is one conversation.
    @Transactional
    public Ending open(SignedInTenant who, Draft draft) {
        Tenancy tenancy = tenancyOf(who);
        Author author = Author.of(who.number(), tenancy.fullName());
        shelves.messages().lockKey(author, draft.words().key());
        UUID before = shelves.messages().findByKey(author, draft.words().key());
        if (before != null) {
            return new Ending.Done(before);
        }
        if (limits.spend(Limit.CONVERSATION_PER_TENANT, who.number().value())
                instanceof Limits.Answer.Refused refused) {
            return new Ending.TooMany(refused.until());
        }
        if (!shelves.bind(author, draft.words())) {
            return new Ending.UnknownFile();
        }
        Head head = head(who, tenancy, draft);
        register.begin(head, author, draft.words());
        return new Ending.Done(head.id());
    }

    /// Writes into a conversation. What was closed opens again.
    @Transactional
    public Ending write(SignedInTenant who, UUID id, Words words) {
        Head head = shelves.conversations().lock(who, id);
        if (head == null) {
            return new Ending.NotFound();
        }
        Author author = Author.of(who.number(), tenancyOf(who).fullName());
        if (shelves.messages().findByKey(author, words.key()) != null) {
            return new Ending.Done(id);
        }
        if (limits.spend(Limit.MESSAGE_PER_TENANT, who.number().value()) instanceof Limits.Answer.Refused refused) {
            return new Ending.TooMany(refused.until());
        }
        if (!shelves.bind(author, words)) {
            return new Ending.UnknownFile();
        }
        register.say(head, author, words, false);
        register.become(head, nextStep.tenantWrote(head), author, null);
        return new Ending.Done(id);
    }

    /// All that this tenant may see, the latest words first.
    public List<Line> list(SignedInTenant who) {
        return lines(who, shelves.ofTenant().of(who));
    }

    /// Those in which every word that was typed occurs, whatever its accents.
    public List<Line> search(SignedInTenant who, String typed) {
        String[] patterns = Folding.patterns(typed);
        return patterns.length == 0 ? List.of() : lines(who, shelves.ofTenant().search(who, patterns));
    }

    /// The conversation with its words; it counts as read from now on.
    ///
    /// @return null when there is none, or not for this tenant
    @Transactional
    public @Nullable Conversation read(SignedInTenant who, UUID id) {
        Head head = shelves.conversations().find(who, id);
        if (head == null) {
            return null;
        }
        Conversation conversation = shelves.whole(head, Party.TENANT);
        tenancies.wasRead(who.number(), id);
        shelves.readBy(conversation, Author.of(who.number(), ""));
        return conversation;
    }

    /// Who answers what a tenant would write about a lease now, and by when.
    public Promise promise(SignedInTenant who, HeldLease lease, Kind kind, boolean urgent) {
        StaffMember answers = who.leases().contains(lease.number()) ? routing.answers(lease) : null;
        return new Promise(
                answers, nextStep.opened(kind, urgent, lease.agencyCode()).dueAt());
    }

    /// Who answers in a conversation now, and by when; the clock stands still while the agency owes nothing.
    public Promise promise(SignedInTenant who, Head head) {
        return new Promise(routing.answers(head), head.course().dueAt());
    }

    /// Whether other people hold this lease too: then it is said who sees what.
    public boolean isHeldWithOthers(SignedInTenant who) {
        return tenancies.holders(who.lease()).size() > 1;
    }

    /// Whether there is such a conversation for this tenant.
    public boolean mayRead(SignedInTenant who, UUID id) {
        return shelves.conversations().find(who, id) != null;
    }

    /// Whether a file was sent in a conversation that this tenant may see.
    public boolean maySee(SignedInTenant who, UUID attachment) {
        return shelves.ofTenant().conversationOf(who, attachment) != null;
    }

    private List<Line> lines(SignedInTenant who, List<Head> heads) {
        Set<UUID> unread = tenancies.unread(who);
        return heads.stream()
                .map(head -> new Line(head, unread.contains(head.id())))
                .toList();
    }

    private Head head(SignedInTenant who, Tenancy tenancy, Draft draft) {
        HeldLease lease = Objects.requireNonNull(tenancy.lease(who.lease()), "the session holds a lease of the tenant");
        StaffMember answers = routing.answers(lease);
        var now = shelves.now();
        return Head.begun(
                now,
                draft.kind().isRequest() ? shelves.nextNumber(now) : null,
                draft,
                tenancy,
                lease,
                answers == null ? null : answers.id(),
                nextStep.opened(draft.kind(), draft.urgent(), lease.agencyCode()),
                Party.TENANT);
    }

    private Tenancy tenancyOf(SignedInTenant who) {
        return Objects.requireNonNull(tenancies.find(who.number()), "whoever is signed in holds a lease");
    }
}
