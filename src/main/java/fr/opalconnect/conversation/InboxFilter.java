package fr.opalconnect.conversation;

import org.jspecify.annotations.Nullable;

/// What a list of the desk shows. Every condition that is not null holds.
///
/// @param pile     which pile
/// @param agency   one of the agencies that whoever asks may see; null is all of theirs
/// @param state    null is everything that is not closed
/// @param building as `estate` and `building` of the conversation; `building` null is the whole estate
/// @param search   in number, subject, name and place, whatever the accents; with it closed ones are found too
public record InboxFilter(
        Pile pile,
        @Nullable String agency,
        @Nullable Kind kind,
        @Nullable State state,
        @Nullable String estate,
        @Nullable String building,
        @Nullable String search) {
    public enum Pile {
        /// Given to whoever asks, or to somebody they stand in for today.
        MINE,
        /// All of their agencies.
        AGENCY,
        /// Of their agencies, given to nobody.
        UNASSIGNED,
        /// The agency owes an answer and it is late.
        OVERDUE
    }

    public static InboxFilter of(Pile pile) {
        return new InboxFilter(pile, null, null, null, null, null, null);
    }
}
