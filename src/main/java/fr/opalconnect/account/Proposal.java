package fr.opalconnect.account;

import fr.opalconnect.kernel.Money;
import java.time.LocalDate;

/// An entry of the ERP that may be the money that was expected: the lease and the amount are the same, the days are
/// near, only the reference does not say so. Somebody of the office decides.
public record Proposal(Coming coming, String entryId, String label, LocalDate on, Money amount) {}
