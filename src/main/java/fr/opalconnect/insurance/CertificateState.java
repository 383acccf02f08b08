package fr.opalconnect.insurance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How far a certificate is. The table of edges is the only way from one to another. That one has ended is no state:
/// its
/// last day tells.
enum CertificateState {
    SENT,
    ACCEPTED,
    REFUSED,
    /// The tenant took it back, or sent another before anybody had looked.
    WITHDRAWN;

    /// Who may go a way.
    enum By {
        TENANT,
        STAFF
    }

    record Edge(CertificateState from, CertificateState to, Set<By> by) {}

    static final List<Edge> EDGES = List.of(
            edge(SENT, ACCEPTED, By.STAFF),
            edge(SENT, REFUSED, By.STAFF),
            edge(SENT, WITHDRAWN, By.TENANT),
            // Somebody pressed too soon, or the insurer said that it is none.
            edge(ACCEPTED, REFUSED, By.STAFF));

    boolean mayBecome(CertificateState to, By by) {
        return EDGES.stream().anyMatch(edge -> edge.from == this && edge.to == to && edge.by.contains(by));
    }

    String textKey() {
        return "insurance.state." + name().toLowerCase(Locale.ROOT);
    }

    private static Edge edge(CertificateState from, CertificateState to, By... by) {
        return new Edge(from, to, Set.copyOf(Arrays.asList(by)));
    }
}
