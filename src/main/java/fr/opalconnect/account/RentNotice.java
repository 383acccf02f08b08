package fr.opalconnect.account;

import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.time.YearMonth;

/// A rent notice (avis d'échéance).
///
/// @param monthTotal what this term asks, whatever came before
/// @param netToPay   with the balance brought forward
public record RentNotice(
        String id,
        YearMonth period,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money broughtForward,
        Money monthTotal,
        Money netToPay) {}
