package fr.opalconnect.access;

import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Tone;
import org.jspecify.annotations.Nullable;

/// The sign-in form, as it comes first or comes back.
///
/// @param number what was typed
/// @param shared whether 'Cet appareil est partagé' was ticked
/// @param next   where to go on, see [Way#next(String)]
/// @param note   the key of what to say above it, or null
record SignInView(
        String number,
        boolean shared,
        String next,
        @Nullable String note,
        Tone tone,
        Mistakes mistakes) {
    /// Whoever wanted a page reads why they meet the door instead: any of the reasons, for nobody knows which.
    static final String OVER = "access.sign-in.over";

    boolean saysWhy() {
        return OVER.equals(note);
    }
}
