package fr.opalconnect.conversation;

import java.time.LocalDate;

/// What stands in a thread, in the order of time: see [Conversation#timeline()].
public sealed interface Entry {
    /// The head of all that follows until the next one.
    record Day(LocalDate day) implements Entry {}

    record Said(Message message) implements Entry {}

    record Happened(Step step) implements Entry {}
}
