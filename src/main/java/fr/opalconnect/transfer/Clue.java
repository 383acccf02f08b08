package fr.opalconnect.transfer;

import java.util.Locale;

/// What speaks for a lease, the strongest first.
enum Clue {
    /// The reference in its own field.
    REFERENCE(64),
    /// The reference among other words.
    REFERENCE_IN_TEXT(32),
    /// A reference that is right but for one slip.
    MISPRINT(16),
    /// The lease's or the tenant's number among other words.
    NUMBER(8),
    /// The account that this lease was paid from before.
    ACCOUNT(4),
    /// The payer is called as a holder is.
    NAME(2),
    /// Exactly what is owed.
    AMOUNT(1);

    /// More than all weaker ones together.
    private final int weight;

    Clue(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }

    String textKey() {
        return "transfer.clue." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
