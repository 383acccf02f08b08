package fr.opalconnect.access;

import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Tone;
import org.jspecify.annotations.Nullable;

/// The desk's sign-in form, as it comes first or comes back.
///
/// @param email    what was typed
/// @param note     the key of what to say above it, or null
/// @param provider the name of the landlord's identity provider; null without one
record StaffSignInView(
        String email,
        @Nullable String note,
        Tone tone,
        @Nullable String provider,
        Mistakes mistakes) {}
