package fr.opalconnect.account;

import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.time.YearMonth;

/// How a rent account stands today.
public sealed interface Standing {
    /// Nothing to pay.
    ///
    /// @param credit what the landlord holds for the tenant; zero when the account is even
    record UpToDate(Money credit) implements Standing {}

    /// Something to pay by a day that lies ahead.
    ///
    /// @param amount  all that is owed
    /// @param by      the day on which the latest notice falls due
    /// @param overdue the part of the amount that was due before today; often zero
    /// @param term    the latest notice's month
    record Due(Money amount, LocalDate by, Money overdue, YearMonth term) implements Standing {}

    /// All that is owed was due before today.
    ///
    /// @param since the day on which the oldest unpaid part that we can name fell due
    record Late(Money amount, LocalDate since) implements Standing {}
}
