package fr.opalconnect.access;

import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Tone;
import org.jspecify.annotations.Nullable;

/// The sign-in form, as it comes first or comes back.
///
/// @param number what was typed
/// @param shared whether 'Cet appareil est partagé' was ticked
/// @param note   the key of what to say above it, or null
record SignInView(String number, boolean shared, @Nullable String note, Tone tone, Mistakes mistakes) {}
