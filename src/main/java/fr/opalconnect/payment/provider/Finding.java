package fr.opalconnect.payment.provider;

import fr.opalconnect.kernel.Money;
import java.time.Instant;

/// What the provider says of one payment. Whether it is ours, and fits, is for the reader to check.
///
/// @param reference   of our order
/// @param transaction the provider's own number for what it took (one for each try); may be empty
/// @param currency    `EUR`, or the provider's number of another
/// @param test        no real money moved
/// @param debit       money comes in; else it goes back
/// @param detail      the provider's word for it, `AUTHORISED`, with its codes: for the desk
/// @param at          when it happened, as the provider says
public record Finding(
        Outcome outcome,
        String reference,
        String transaction,
        Money amount,
        String currency,
        boolean test,
        boolean debit,
        String detail,
        Instant at) {}
