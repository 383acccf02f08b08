package fr.opalconnect.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a conversation is, who owes the next step, and by when.
///
/// @param dueAt    when the agency has answered at the latest; null unless the agency owes the next step
/// @param closesAt when it closes by itself, as was announced to the tenant; null when it does not
public record Course(
        State state,
        Waiting waitingFor,
        @Nullable Instant dueAt,
        @Nullable Instant closesAt) {
    public Course {
        if ((dueAt != null) != (waitingFor == Waiting.AGENCY)) {
            throw new IllegalArgumentException("the agency owes a step by a time, nobody else does");
        }
    }

    static Course agency(State state, Instant dueAt) {
        return new Course(state, Waiting.AGENCY, dueAt, null);
    }

    static Course tenant(State state, @Nullable Instant closesAt) {
        return new Course(state, Waiting.TENANT, null, closesAt);
    }

    static Course closed() {
        return new Course(State.CLOSED, Waiting.NOBODY, null, null);
    }

    public boolean isOverdue(Instant now) {
        return dueAt != null && dueAt.isBefore(now);
    }
}
