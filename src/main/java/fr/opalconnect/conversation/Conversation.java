package fr.opalconnect.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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

    /// Words and steps in the order of time, each day with its head.
    public List<Entry> timeline() {
        record Timed(Instant at, UUID id, Entry entry) {}
        List<Timed> all = new ArrayList<>();
        messages.forEach(said -> all.add(new Timed(said.at(), said.id(), new Entry.Said(said))));
        steps.stream()
                // That it was received is what its first words say already.
                .filter(step -> step.from() != null || step.act() != Step.Act.MOVED)
                .forEach(step -> all.add(new Timed(step.at(), step.id(), new Entry.Happened(step))));
        all.sort(Comparator.comparing(Timed::at).thenComparing(Timed::id));
        List<Entry> timeline = new ArrayList<>();
        LocalDate day = null;
        for (Timed each : all) {
            if (!When.day(each.at()).equals(day)) {
                day = When.day(each.at());
                timeline.add(new Entry.Day(day));
            }
            timeline.add(each.entry());
        }
        return timeline;
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
