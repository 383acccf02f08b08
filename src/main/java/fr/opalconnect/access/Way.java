package fr.opalconnect.access;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Where to go on from a page whose time is over: an old tab, the back button, a claim left open too long.
final class Way {
    /// Where what was shared to the app is joined to a message.
    static final String SHARED = "/messages/ecrire?partage";

    private static final String HOME = "/accueil";

    /// What comes after the choice of a lease, by who has just activated the account.
    private static final String TO_CHECK = "coordonnees";

    /// The same by who has just changed a forgotten password: Accueil says so.
    private static final String CHANGED = "mot-de-passe";

    private Way() {}

    /// @param claim what the browser still holds, if anything
    static View lost(HttpServletRequest request, @Nullable Claim claim) {
        if (Refusals.isSignedIn(request)) {
            return new RedirectView(HOME);
        }
        if (claim != null && claim.endedAt() != null) {
            return new RedirectView("/connexion?session=pret");
        }
        Purpose purpose = claim == null ? Purpose.ACTIVATE : claim.purpose();
        return new RedirectView(purpose.path() + "?fin");
    }

    /// From activation to the first page: the contact details, to be checked.
    static View toCheck(boolean chooseLease) {
        return new RedirectView(chooseLease ? "/bail?suite=" + TO_CHECK : "/profil/coordonnees?verifier");
    }

    /// From a new password to Accueil, which says that it is changed.
    static View changed(boolean chooseLease) {
        return new RedirectView(chooseLease ? "/bail?suite=" + CHANGED : HOME + "?fait=" + CHANGED);
    }

    /// From sign-in to the page that was asked for.
    ///
    /// @param next see [#next(String)]
    static View in(boolean chooseLease, String next) {
        return new RedirectView(
                chooseLease && !next.isEmpty() ? "/bail?suite=" + next : chooseLease ? "/bail" : on(next));
    }

    /// From the choice of a lease.
    static View chosen(String next) {
        return switch (next) {
            case TO_CHECK -> toCheck(false);
            case CHANGED -> changed(false);
            default -> new RedirectView(on(next(next)));
        };
    }

    /// What an address or a form says about where to go on: a page of this site, or nothing, which is Accueil.
    static String next(String typed) {
        if (typed.equals(SHARED)) {
            return typed;
        }
        String path = LocalPath.of(typed);
        return path.equals("/") || path.equals(HOME) ? "" : path;
    }

    /// The same at the desk: a page of it, or nothing, which is the desk itself.
    static String atDesk(String typed) {
        String path = LocalPath.of(typed);
        return SignedInStaff.isDesk(path) && !path.equals(SignedInStaff.DESK) ? path : "";
    }

    /// From the desk's sign-in to the page that was asked for.
    ///
    /// @param next see [#atDesk(String)]
    static View inAtDesk(String next) {
        return new RedirectView(next.isEmpty() ? SignedInStaff.DESK : next);
    }

    /// The address of a door that leads on.
    static String through(String door, String next) {
        return next.isEmpty() ? door : door + "?suite=" + next;
    }

    private static String on(String next) {
        return next.isEmpty() ? HOME : next;
    }
}
