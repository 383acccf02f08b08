package fr.opalconnect.access;

import fr.opalconnect.platform.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a browser holds of us: the token of its session, and that of the claim it is proving.
final class BrowserTokens {
    private static final String SESSION = "session";
    private static final String CLAIM = "activation";
    private static final String MARK = "appareil";
    static final Duration MARK_KEPT = Duration.ofDays(400);

    /// Gone when the browser closes.
    private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

    private BrowserTokens() {}

    static @Nullable String session(HttpServletRequest request) {
        return Cookies.read(request, SESSION);
    }

    static void keepSession(
            HttpServletRequest request, HttpServletResponse response, String token, boolean sharedDevice) {
        Duration life = sharedDevice ? UNTIL_CLOSED : SessionLife.OWN.whole();
        Cookies.set(request, response, SESSION, token, life, "Lax");
    }

    static void dropSession(HttpServletRequest request, HttpServletResponse response) {
        Cookies.clear(request, response, SESSION);
    }

    /// By which a browser is known again, whoever signs in.
    static @Nullable String mark(HttpServletRequest request) {
        return Cookies.read(request, MARK);
    }

    static void keepMark(HttpServletRequest request, HttpServletResponse response, @Nullable String mark) {
        if (mark != null) {
            Cookies.set(request, response, MARK, mark, MARK_KEPT, "Lax");
        }
    }

    static @Nullable String claim(HttpServletRequest request) {
        return Cookies.read(request, CLAIM);
    }

    static void keepClaim(HttpServletRequest request, HttpServletResponse response, String token) {
        Cookies.set(request, response, CLAIM, token, Claim.LIFE.multipliedBy(2), "Lax");
    }

    static void dropClaim(HttpServletRequest request, HttpServletResponse response) {
        Cookies.clear(request, response, CLAIM);
    }
}
