package fr.opalconnect.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Where to go on from a page whose time is over: an old tab, the back button, a claim left open too long.
final class Way {
    private Way() {}

    /// @param claim what the browser still holds, if anything
    static View lost(HttpServletRequest request, @Nullable Claim claim) {
        if (Refusals.isSignedIn(request)) {
            return new RedirectView("/accueil");
        }
        if (claim != null && claim.endedAt() != null) {
            return new RedirectView("/connexion?session=pret");
        }
        Purpose purpose = claim == null ? Purpose.ACTIVATE : claim.purpose();
        return new RedirectView(purpose.path() + "?fin");
    }

    /// From sign-in to the first page.
    ///
    /// @param toCheck whether to look at the contact details first
    static View in(boolean chooseLease, boolean toCheck) {
        if (chooseLease) {
            return new RedirectView(toCheck ? "/bail?suite=coordonnees" : "/bail");
        }
        return new RedirectView(toCheck ? "/profil/coordonnees?verifier" : "/accueil");
    }
}
