package fr.opalconnect.transfer;

import java.util.List;
import java.util.Locale;

/// How far a line is. The table of edges is the only way from one to another.
enum LineState {
    /// Somebody has to say whose it is.
    OPEN,
    MATCHED,
    /// No rent: a supplier, a bundle of card payments, something already known.
    ASIDE;

    record Edge(LineState from, LineState to) {}

    static final List<Edge> EDGES = List.of(
            new Edge(OPEN, MATCHED),
            new Edge(OPEN, ASIDE),
            // It was somebody else's, or rent after all.
            new Edge(MATCHED, OPEN),
            // The bank took it back.
            new Edge(MATCHED, ASIDE),
            new Edge(ASIDE, OPEN));

    boolean mayBecome(LineState to) {
        return EDGES.contains(new Edge(this, to));
    }

    String textKey() {
        return "transfer.state." + name().toLowerCase(Locale.ROOT);
    }
}
