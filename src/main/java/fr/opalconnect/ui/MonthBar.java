package fr.opalconnect.ui;

import fr.opalconnect.kernel.Money;
import java.time.YearMonth;

/// A month of a rent account: what the landlord asked for, and what came in.
public record MonthBar(YearMonth month, Money called, Money paid) {}
