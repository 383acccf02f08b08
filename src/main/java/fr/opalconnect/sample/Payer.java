package fr.opalconnect.sample;

import java.util.List;

/// How somebody pays, over the years.
enum Payer {
    /// What is called, when it is due.
    REGULAR(79),
    /// Now and then half, or a month later.
    LATE(10),
    /// More goes out than comes in: returned debits, part payments, a repayment plan, arrears.
    FRAGILE(7),
    /// Rounded up, or a month ahead.
    AHEAD(4);

    private final int weight;

    Payer(int weight) {
        this.weight = weight;
    }

    static Payer draw(Dice dice) {
        return dice.pick(List.of(values()), payer -> payer.weight);
    }
}
