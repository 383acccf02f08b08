package fr.opalconnect.access;

import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Tone;
import org.jspecify.annotations.Nullable;

/// The desk's sign-in form, as it comes first or comes back.
///
/// @param email    what was typed
/// @param next     where to go on, see [Way#atDesk(String)]
/// @param note     the key of what to say above it, or null
/// @param provider the name of the landlord's identity provider; null without one
record StaffSignInView(
        String email,
        String next,
        @Nullable String note,
        Tone tone,
        @Nullable String provider,
        Mistakes mistakes) {
    /// Where the identity provider is gone to from.
    String byProvider() {
        return Way.through(StaffProviderPage.PATH, next);
    }

    /// Whoever wanted a page of the desk reads why they meet the door instead.
    boolean saysWhy() {
        return SignInView.OVER.equals(note);
    }
}
