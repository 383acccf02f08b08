package fr.opalconnect.payment;

import fr.opalconnect.account.AgreedPlans;
import org.jspecify.annotations.Nullable;

/// What is agreed for a rent account already.
///
/// @param debitDay   on which day of the month notices are collected; null when no mandate stands
/// @param instalment of a repayment plan, the next; null when none runs
record Agreed(@Nullable Integer debitDay, AgreedPlans.@Nullable Instalment instalment) {}
