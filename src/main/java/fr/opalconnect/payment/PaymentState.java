package fr.opalconnect.payment;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Where a payment stands, and where it can go from there. After an ending without money, money may still come: people
/// try again on the bank's page, and messages overtake each other. From PAID only one way leads on, and from REVERSED
/// none.
public enum PaymentState {
    /// Written down; nobody has been sent to the bank.
    BEGUN,
    /// The browser was sent to the bank's page.
    SENT,
    /// The bank has not decided yet.
    RUNNING,
    PAID,
    REFUSED,
    ABANDONED,
    /// Nothing was heard of it for so long that nothing will come.
    EXPIRED,
    /// The bank's page could not be opened.
    UNOPENED,
    /// It was paid, and then the money did not come.
    REVERSED;

    private static final Map<PaymentState, Set<PaymentState>> EDGES = new EnumMap<>(PaymentState.class);

    static {
        Set<PaymentState> endings = EnumSet.of(PAID, REFUSED, ABANDONED, EXPIRED, REVERSED);
        EDGES.put(BEGUN, with(endings, SENT, RUNNING, UNOPENED));
        EDGES.put(SENT, with(endings, RUNNING));
        EDGES.put(RUNNING, endings);
        EDGES.put(PAID, EnumSet.of(REVERSED));
        for (PaymentState unpaid : EnumSet.of(REFUSED, ABANDONED, EXPIRED, UNOPENED)) {
            EDGES.put(unpaid, EnumSet.of(RUNNING, PAID, REVERSED));
        }
        EDGES.put(REVERSED, EnumSet.noneOf(PaymentState.class));
    }

    private static Set<PaymentState> with(Set<PaymentState> some, PaymentState... more) {
        EnumSet<PaymentState> all = EnumSet.copyOf(some);
        all.addAll(Set.of(more));
        return all;
    }

    public boolean leadsTo(PaymentState other) {
        return EDGES.getOrDefault(this, Set.of()).contains(other);
    }

    /// Whether something is still to be heard of it.
    public boolean isOpen() {
        return this == BEGUN || this == SENT || this == RUNNING;
    }

    /// The key of its plain words.
    public String textKey() {
        return "payment.state." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
