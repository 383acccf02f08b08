package fr.opalconnect.ui;

import org.jspecify.annotations.Nullable;

/// One line of a list with amounts.
///
/// @param label    what it is
/// @param detail   more about it, smaller
/// @param amount   as the page writes it
/// @param incoming whether it is money that came in; shown in green, and the amount says so too
public record Line(String label, @Nullable String detail, String amount, boolean incoming) {}
