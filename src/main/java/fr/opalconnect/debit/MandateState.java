package fr.opalconnect.debit;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a mandate can be, and the only ways from one state to another.
enum MandateState {
    ACTIVE,
    /// The next collection is left out; then it goes on by itself.
    SUSPENDED,
    /// The bank will not debit that account: nothing is collected until there is another.
    STOPPED,
    ENDED,
    /// Not used for 36 months: the scheme's rule, not ours.
    LAPSED;

    static final Set<MandateState> LIVING = Set.of(ACTIVE, SUSPENDED, STOPPED);

    /// What can happen to one.
    enum Act {
        SIGN,
        SUSPEND,
        /// The tenant thinks better of it.
        RESUME,
        /// The collection was left out.
        SKIP,
        CHANGE_ACCOUNT,
        STOP,
        END,
        LAPSE
    }

    private record Edge(Act act, @Nullable MandateState from, MandateState to) {}

    private static final List<Edge> EDGES = List.of(
            new Edge(Act.SIGN, null, ACTIVE),
            new Edge(Act.SUSPEND, ACTIVE, SUSPENDED),
            new Edge(Act.RESUME, SUSPENDED, ACTIVE),
            new Edge(Act.SKIP, SUSPENDED, ACTIVE),
            new Edge(Act.CHANGE_ACCOUNT, ACTIVE, ACTIVE),
            new Edge(Act.CHANGE_ACCOUNT, SUSPENDED, SUSPENDED),
            new Edge(Act.CHANGE_ACCOUNT, STOPPED, ACTIVE),
            new Edge(Act.STOP, ACTIVE, STOPPED),
            new Edge(Act.STOP, SUSPENDED, STOPPED),
            new Edge(Act.END, ACTIVE, ENDED),
            new Edge(Act.END, SUSPENDED, ENDED),
            new Edge(Act.END, STOPPED, ENDED),
            new Edge(Act.LAPSE, ACTIVE, LAPSED),
            new Edge(Act.LAPSE, SUSPENDED, LAPSED),
            new Edge(Act.LAPSE, STOPPED, LAPSED));

    /// Where an act leads from a state.
    ///
    /// @param from null for what does not exist yet
    /// @return null when it cannot happen there
    static @Nullable MandateState after(Act act, @Nullable MandateState from) {
        return EDGES.stream()
                .filter(edge -> edge.act() == act && edge.from() == from)
                .map(Edge::to)
                .findFirst()
                .orElse(null);
    }

    boolean lives() {
        return LIVING.contains(this);
    }
}
