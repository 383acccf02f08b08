package fr.opalconnect.account;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The debts that are paid month by month, for pages that ask for money: nobody is to be pressed for the whole of one.
/// The module that agrees on plans answers.
public interface AgreedPlans {
    record Instalment(LocalDate dueOn, Money amount) {}

    /// @return the next that is neither paid nor late; null when there is none
    @Nullable
    Instalment next(LeaseNumber lease);

    /// Whether one runs: from memory, a minute old at most, which costs no round trip.
    boolean runs(LeaseNumber lease);
}
