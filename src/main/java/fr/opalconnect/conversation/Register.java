package fr.opalconnect.conversation;

import fr.opalconnect.notification.Kind;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes down what is said and done in a conversation, and lets everyone know whom it concerns. Both sides of the
/// counter write through it, in their own transactions and with the conversation locked.
@Component
class Register {
    private static final int SNIPPET = 140;

    private final ConversationTable conversations;
    private final MessageTable messages;
    private final StepTable steps;
    private final Hearers hearers;
    private final Audit audit;
    private final InstantSource clock;

    Register(
            ConversationTable conversations,
            MessageTable messages,
            StepTable steps,
            Hearers hearers,
            Audit audit,
            InstantSource clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.steps = steps;
        this.hearers = hearers;
        this.audit = audit;
        this.clock = clock;
    }

    /// A conversation that is new, with its first words.
    void begin(Head head, Author author, Words words) {
        conversations.add(head);
        steps.add(head.id(), step(Step.Act.MOVED, null, head.state(), author, null));
        if (!messages.add(Ids.next(clock), head.id(), now(), author, words, false)) {
            throw new IllegalStateException("a key is locked before a conversation begins with it");
        }
        messages.mark(head.id(), author, now());
        audit.note(author.actor(), "conversation begun", subject(head));
        hearers.tell(head, author);
    }

    /// @return whether it was written; not when the same form came before
    boolean say(Head head, Author author, Words words, boolean internal) {
        Instant now = now();
        UUID message = Ids.next(clock);
        if (!messages.add(message, head.id(), now, author, words, internal)) {
            return false;
        }
        messages.mark(head.id(), author, now);
        audit.note(author.actor(), internal ? "note written" : "message written", subject(head));
        if (internal) {
            hearers.tellStaff(head);
        } else {
            conversations.setLast(head.id(), now, author.party(), snippet(words));
            hearers.tell(head, author);
            hearers.wrote(head, author, message);
        }
        return true;
    }

    /// Follows the edge to another state, or stays in the same one with another next step.
    ///
    /// @param why in their words
    void become(Head head, Course course, Author author, @Nullable String why) {
        become(head, course, author, why, news(course.state()));
    }

    /// The same where the words that go with it were told already.
    void becomeSilently(Head head, Course course, Author author) {
        become(head, course, author, null, null);
    }

    private void become(Head head, Course course, Author author, @Nullable String why, @Nullable Kind news) {
        if (course.state() != head.state()) {
            if (!head.state().mayBecome(course.state(), author.party(), head.kind())) {
                throw new IllegalStateException(
                        "no edge from " + head.state() + " to " + course.state() + " for " + author.party());
            }
            Step step = step(Step.Act.MOVED, head.state(), course.state(), author, why);
            steps.add(head.id(), step);
            if (course.state().forgetsTimeAfter(head.state())) {
                steps.setSlots(head.id(), Slot.State.CHOSEN, Slot.State.WITHDRAWN);
            }
            audit.note(author.actor(), "conversation " + course.state(), subject(head));
            hearers.tell(head, author);
            hearers.tellFollowers(head);
            if (news != null && head.number() != null) {
                hearers.stepped(head, author, step.id(), news);
            }
        }
        conversations.setCourse(head, course, now());
    }

    /// What a new state is told as.
    private static @Nullable Kind news(State state) {
        return switch (state) {
            case PLANNED -> Kind.REQUEST_PLANNED;
            case DONE -> Kind.REQUEST_DONE;
            case TAKEN_ON -> Kind.REQUEST_MOVED;
            case RECEIVED, CLOSED -> null;
        };
    }

    /// Something besides words and states.
    Step note(Head head, Step.Act act, Author author, @Nullable String why) {
        Step step = step(act, null, null, author, why);
        steps.add(head.id(), step);
        audit.note(author.actor(), "conversation " + act, subject(head));
        switch (act) {
            case ASSIGNED, HANDED_OVER -> hearers.tellStaff(head);
            case OFFERED, CHOSE, DECLINED, MOVED -> hearers.tell(head, author);
        }
        if (act == Step.Act.OFFERED) {
            hearers.stepped(head, author, step.id(), Kind.SLOTS_OFFERED);
        }
        return step;
    }

    /// Lays it on somebody's pile, or on an agency's.
    void give(Head head, @Nullable String agency, @Nullable UUID assignee) {
        conversations.setOwner(head.id(), agency, assignee);
        hearers.moved(head, agency);
    }

    /// The agency has seen it: pages that are open show 'Lu'.
    void wasRead(Head head) {
        hearers.tellStaff(head);
    }

    private Step step(Step.Act act, @Nullable State from, @Nullable State to, Author author, @Nullable String why) {
        return new Step(Ids.next(clock), now(), act, from, to, author, why);
    }

    static String snippet(Words words) {
        String line = words.body().replaceAll("\\s+", " ");
        return line.length() <= SNIPPET ? line : line.substring(0, SNIPPET).strip() + "…";
    }

    /// Whole microseconds, as the database keeps them.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String subject(Head head) {
        return "conversation:" + head.id();
    }
}
