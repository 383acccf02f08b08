package fr.opalconnect.account;

import fr.opalconnect.kernel.Money;
import java.time.YearMonth;

/// One month of a rent account: what its notices asked, and what of that is still unpaid.
///
/// @param unpaid between zero and `called`; payments settle the oldest debt first (article 1342-10 of the civil code)
public record AccountMonth(YearMonth month, Money called, Money unpaid) {
    public Money paid() {
        return called.minus(unpaid);
    }
}
