package fr.opalconnect.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How far a plan is. The table of edges is the only way from one to another.
public enum PlanState {
    REQUESTED,
    /// The agency proposes other terms; the tenant is asked.
    PROPOSED,
    ACCEPTED,
    REFUSED,
    /// The tenant no longer wants it.
    WITHDRAWN,
    /// All of it is paid.
    COMPLETED,
    /// The agency broke it off.
    ENDED;

    /// Who may go a way.
    enum By {
        TENANT,
        STAFF,
        SYSTEM
    }

    record Edge(PlanState from, PlanState to, Set<By> by) {}

    static final List<Edge> EDGES = List.of(
            edge(REQUESTED, ACCEPTED, By.STAFF),
            edge(REQUESTED, PROPOSED, By.STAFF),
            edge(REQUESTED, REFUSED, By.STAFF),
            edge(REQUESTED, WITHDRAWN, By.TENANT),
            edge(PROPOSED, ACCEPTED, By.TENANT),
            edge(PROPOSED, WITHDRAWN, By.TENANT),
            edge(PROPOSED, PROPOSED, By.STAFF),
            edge(PROPOSED, REFUSED, By.STAFF),
            edge(ACCEPTED, COMPLETED, By.SYSTEM),
            edge(ACCEPTED, ENDED, By.STAFF));

    boolean mayBecome(PlanState to, By by) {
        return EDGES.stream().anyMatch(edge -> edge.from == this && edge.to == to && edge.by.contains(by));
    }

    /// Whether no other plan can be asked for beside it.
    boolean isOpen() {
        return this == REQUESTED || this == PROPOSED || this == ACCEPTED;
    }

    String textKey() {
        return "plan.state." + name().toLowerCase(Locale.ROOT);
    }

    private static Edge edge(PlanState from, PlanState to, By... by) {
        return new Edge(from, to, Set.copyOf(Arrays.asList(by)));
    }
}
