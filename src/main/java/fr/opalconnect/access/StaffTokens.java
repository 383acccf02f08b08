package fr.opalconnect.access;

import fr.opalconnect.platform.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a browser of the staff holds of us. The cookie bears `__Host-`, so it goes to every path of this site; only the
/// doorkeeper of the desk ever reads it. A cookie bound to `/bureau` would need a weaker name, which another site of
/// the landlord's domain could overwrite; and a path keeps nobody out.
final class StaffTokens {
    private static final String SESSION = "desk";
    private static final String INVITATION = "invitation";
    private static final String PROVIDER = "provider";

    private StaffTokens() {}

    static @Nullable String session(HttpServletRequest request) {
        return Cookies.read(request, SESSION);
    }

    /// Lax: a link in an e-mail opens the desk, and so does the way back from the identity provider.
    static void keepSession(HttpServletRequest request, HttpServletResponse response, String token, Duration life) {
        Cookies.set(request, response, SESSION, token, life, "Lax");
    }

    static void dropSession(HttpServletRequest request, HttpServletResponse response) {
        Cookies.clear(request, response, SESSION);
    }

    static @Nullable String invitation(HttpServletRequest request) {
        return Cookies.read(request, INVITATION);
    }

    static void keepInvitation(HttpServletRequest request, HttpServletResponse response, String token) {
        Cookies.set(request, response, INVITATION, token, Duration.ofHours(1), "Lax");
    }

    static void dropInvitation(HttpServletRequest request, HttpServletResponse response) {
        Cookies.clear(request, response, INVITATION);
    }

    static @Nullable String provider(HttpServletRequest request) {
        return Cookies.read(request, PROVIDER);
    }

    static void keepProvider(HttpServletRequest request, HttpServletResponse response, String token, Duration life) {
        Cookies.set(request, response, PROVIDER, token, life, "Lax");
    }

    static void dropProvider(HttpServletRequest request, HttpServletResponse response) {
        Cookies.clear(request, response, PROVIDER);
    }
}
