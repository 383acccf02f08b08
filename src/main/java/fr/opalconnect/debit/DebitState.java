package fr.opalconnect.debit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a collection (prélèvement) can be, and the only ways from one state to another.
enum DebitState {
    ANNOUNCED,
    /// It will not be collected: by the office, the tenant, or because the notice was paid otherwise.
    LEFT_OUT,
    /// In a file for the bank.
    SENT,
    /// The bank did not take it, or gave it back.
    RETURNED;

    /// What can happen to one.
    enum Act {
        ANNOUNCE,
        LEAVE_OUT,
        SEND,
        RETURN
    }

    private record Edge(Act act, @Nullable DebitState from, DebitState to) {}

    private static final List<Edge> EDGES = List.of(
            new Edge(Act.ANNOUNCE, null, ANNOUNCED),
            new Edge(Act.LEAVE_OUT, ANNOUNCED, LEFT_OUT),
            new Edge(Act.SEND, ANNOUNCED, SENT),
            new Edge(Act.RETURN, SENT, RETURNED));

    /// Where an act leads from a state.
    ///
    /// @param from null for what does not exist yet
    /// @return null when it cannot happen there
    static @Nullable DebitState after(Act act, @Nullable DebitState from) {
        return EDGES.stream()
                .filter(edge -> edge.act() == act && edge.from() == from)
                .map(Edge::to)
                .findFirst()
                .orElse(null);
    }
}
