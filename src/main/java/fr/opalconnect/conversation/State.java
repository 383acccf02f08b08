package fr.opalconnect.conversation;

import static fr.opalconnect.conversation.Party.STAFF;
import static fr.opalconnect.conversation.Party.SYSTEM;
import static fr.opalconnect.conversation.Party.TENANT;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How far a conversation is. The table of edges is the only way from one to another.
public enum State {
    RECEIVED,
    TAKEN_ON,
    /// Somebody comes by, at a time that is known.
    PLANNED,
    /// Done, the agency says; the tenant is asked.
    DONE,
    CLOSED;

    /// @param by who may go this way
    record Edge(State from, State to, Set<Party> by) {}

    static final List<Edge> EDGES = List.of(
            edge(RECEIVED, TAKEN_ON, STAFF),
            edge(RECEIVED, PLANNED, TENANT, STAFF),
            edge(RECEIVED, DONE, STAFF),
            edge(TAKEN_ON, PLANNED, TENANT, STAFF),
            edge(TAKEN_ON, DONE, STAFF),
            edge(PLANNED, TAKEN_ON, TENANT, STAFF),
            edge(PLANNED, DONE, STAFF),
            edge(DONE, TAKEN_ON, STAFF),
            // 'Ce n'est pas réparé'
            edge(DONE, RECEIVED, TENANT),
            edge(DONE, CLOSED, TENANT, SYSTEM),
            // 'Je n'en ai plus besoin'; an answer that nobody came back to
            edge(RECEIVED, CLOSED, TENANT),
            edge(TAKEN_ON, CLOSED, TENANT, SYSTEM),
            edge(PLANNED, CLOSED, TENANT),
            // again
            edge(CLOSED, RECEIVED, TENANT),
            edge(CLOSED, TAKEN_ON, STAFF));

    /// Whether somebody may move a conversation from here to there. A plan belongs only to what is planned.
    public boolean mayBecome(State to, Party by, Kind kind) {
        return (to != PLANNED || kind.isPlanned())
                && EDGES.stream().anyMatch(edge -> edge.from == this && edge.to == to && edge.by.contains(by));
    }

    /// Whether a time that was agreed on is none any more when it comes back to this: the visit was called off, or did
    /// not help.
    boolean forgetsTimeAfter(State before) {
        return (this == RECEIVED || this == TAKEN_ON) && (before == PLANNED || before == DONE || before == CLOSED);
    }

    /// Where the staff may move a conversation of this kind from here.
    public List<State> waysForStaff(Kind kind) {
        return List.of(values()).stream()
                .filter(to -> mayBecome(to, STAFF, kind))
                .toList();
    }

    /// The key of its name in the message bundle.
    public String textKey() {
        return "conversation.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Edge edge(State from, State to, Party first, Party... others) {
        return new Edge(from, to, Set.copyOf(EnumSet.of(first, others)));
    }
}
