package fr.opalconnect.payment.provider;

import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.util.List;

/// What a provider can tell of a whole day; not all can.
public interface DayBook {
    /// Money that it took and did not give back.
    record Taken(String reference, String transaction, Money amount) {}

    /// @param day in Paris
    List<Taken> of(LocalDate day);
}
