package fr.opalconnect.conversation;

import java.time.Instant;
import java.util.UUID;

/// How a verb on a conversation ends.
public sealed interface Ending {
    /// It is so; also when it was so already, because the form came twice.
    record Done(UUID conversation) implements Ending {}

    /// There is none, or not for whoever asks.
    record NotFound() implements Ending {}

    /// It has moved on meanwhile, and this is no longer a way from there.
    record NotNow(State state) implements Ending {}

    /// @param until when the next will be taken
    record TooMany(Instant until) implements Ending {}

    /// One of the files is not theirs, or was sent already.
    record UnknownFile() implements Ending {}
}
