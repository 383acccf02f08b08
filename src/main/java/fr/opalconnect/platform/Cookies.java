package fr.opalconnect.platform;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The program's cookies: `__Host-`, Secure, HttpOnly, SameSite; on plain http they have the bare name, and only on
/// the machine's own address, so that the demo works without a certificate.
public final class Cookies {
    private Cookies() {}

    /// @param sameSite `Strict`, or `Lax` for what must survive a link from an e-mail or a bank
    public static void set(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            Duration life,
            String sameSite) {
        boolean plain = isPlainLocalhost(request);
        ResponseCookie cookie = ResponseCookie.from(plain ? name : "__Host-" + name, value)
                .path("/")
                .httpOnly(true)
                .secure(!plain)
                .sameSite(sameSite)
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    public static void clear(HttpServletRequest request, HttpServletResponse response, String name) {
        set(request, response, name, "", Duration.ZERO, "Lax");
    }

    public static @Nullable String read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        String wanted = isPlainLocalhost(request) ? name : "__Host-" + name;
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(wanted) && !cookie.getValue().isEmpty()) {
                return cookie.getValue();
            }
        }
        return null;
    }

    private static boolean isPlainLocalhost(HttpServletRequest request) {
        String host = request.getServerName();
        return !request.isSecure()
                && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]") || host.equals("::1"));
    }
}
