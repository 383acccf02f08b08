package fr.opalconnect.document;

import fr.opalconnect.ui.Mistakes;
import java.time.LocalDate;

/// The two dates of a statement, as they were typed.
///
/// @param known the day of the figures
record StatementFormView(Days days, Mistakes mistakes, LocalDate known) {}
