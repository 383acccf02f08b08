package fr.opalconnect.plan;

import java.time.Instant;
import java.util.UUID;

/// How a verb on a plan ends.
public sealed interface Ending {
    /// It is so; also when it was so already.
    record Done(UUID plan) implements Ending {}

    /// There is none, or not for whoever asks.
    record NotFound() implements Ending {}

    /// It has moved on meanwhile.
    record NotNow(PlanState state) implements Ending {}

    /// The debt is too small or the months too many: what the bounds allow has changed.
    record OutOfBounds() implements Ending {}

    /// @param until when the next will be taken
    record TooMany(Instant until) implements Ending {}
}
