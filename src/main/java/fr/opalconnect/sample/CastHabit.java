package fr.opalconnect.sample;

/// How someone of the cast pays. The notice of the current month is never paid yet.
enum CastHabit {
    /// Everything, on the 3rd.
    ALL,
    /// Everything, but three months ago two thirds only; the rest came with the next payment.
    ONE_MONTH_IN_PART,
    /// The debit of two months ago came back and is still owed; last month was paid in part.
    DEBIT_RETURNED,
    /// A standing order in round figures, always a month ahead.
    AHEAD,
    /// Moved out some months ago and has not settled the account.
    LEFT;

    /// How many months ago the lease of [#LEFT] ended.
    static final int LEFT_AGO = 3;

    boolean leaves() {
        return this == LEFT;
    }
}
