package fr.opalconnect.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation with its words, oldest first. For a tenant it holds neither notes nor assignments.
///
/// @param readUntil until when the other side has read it; null when it has not been opened yet
public record Conversation(
        Head head,
        List<Message> messages,
        List<Step> steps,
        List<Slot> slots,
        @Nullable Instant readUntil) {
    public Conversation {
        messages = List.copyOf(messages);
        steps = List.copyOf(steps);
        slots = List.copyOf(slots);
    }

    /// 'Lu'
    public boolean isRead(Message message) {
        return readUntil != null && !readUntil.isBefore(message.at());
    }

    /// The ids of all files that were sent.
    public List<UUID> attachments() {
        return messages.stream()
                .flatMap(message -> message.attachments().stream())
                .toList();
    }

    public @Nullable Slot chosen() {
        return slots.stream()
                .filter(slot -> slot.state() == Slot.State.CHOSEN)
                .findFirst()
                .orElse(null);
    }

    public List<Slot> offered() {
        return slots.stream().filter(slot -> slot.state() == Slot.State.OFFERED).toList();
    }
}
