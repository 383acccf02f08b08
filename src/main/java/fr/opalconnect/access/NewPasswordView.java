package fr.opalconnect.access;

import fr.opalconnect.ui.Mistakes;

/// The form of a new password.
///
/// @param number what one signs in with; password managers want to see it beside the password
/// @param busy   whether it came back because too much was going on
record NewPasswordView(Purpose purpose, String number, boolean busy, Mistakes mistakes) {}
