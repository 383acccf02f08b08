package fr.opalconnect.conversation;

import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// The tables of this module together, with what both sides of the counter read from several of them.
@Component
class Shelves {
    private final ConversationTable conversations;
    private final MessageTable messages;
    private final StepTable steps;
    private final TenantTable ofTenant;
    private final Attachments attachments;
    private final InstantSource clock;

    Shelves(
            ConversationTable conversations,
            MessageTable messages,
            StepTable steps,
            TenantTable ofTenant,
            Attachments attachments,
            InstantSource clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.steps = steps;
        this.ofTenant = ofTenant;
        this.attachments = attachments;
        this.clock = clock;
    }

    ConversationTable conversations() {
        return conversations;
    }

    MessageTable messages() {
        return messages;
    }

    StepTable steps() {
        return steps;
    }

    TenantTable ofTenant() {
        return ofTenant;
    }

    /// Whole microseconds, as the database keeps them: a mark that says 'until here' must not lie before the message.
    Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    String nextNumber(Instant now) {
        return conversations.nextNumber(now.atZone(Texts.ZONE).getYear());
    }

    /// With its words, as one side may see them.
    Conversation whole(Head head, Party side) {
        boolean staff = side == Party.STAFF;
        return new Conversation(
                head,
                messages.of(head.id(), staff),
                steps.of(head.id(), staff),
                steps.slotsOf(head.id()),
                messages.readUntil(head.id(), staff ? Party.TENANT : Party.STAFF));
    }

    /// Somebody has seen a conversation up to its last message; what arrives meanwhile they have not.
    ///
    /// @return whether that is news
    boolean readBy(Conversation conversation, Author reader) {
        return !conversation.messages().isEmpty()
                && messages.mark(
                        conversation.head().id(),
                        reader,
                        conversation.messages().getLast().at());
    }

    /// Gives an author's files to what is being sent. When one of them is not theirs, or was sent before, nothing of
    /// this transaction stays.
    boolean bind(Author author, Words words) {
        if (words.attachments().isEmpty() || attachments.bind(author.actor(), words.attachments())) {
            return true;
        }
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return false;
    }
}
