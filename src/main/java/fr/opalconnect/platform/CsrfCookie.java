package fr.opalconnect.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/// Keeps the form token in a cookie of its own, so that pages need no server-side session before sign-in.
final class CsrfCookie implements CsrfTokenRepository {
    private static final String COOKIE = "form";
    private final SecureRandom random = new SecureRandom();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        byte[] value = new byte[16];
        random.nextBytes(value);
        return token(HexFormat.of().formatHex(value));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token == null) {
            Cookies.clear(request, response, COOKIE);
        } else {
            Cookies.set(request, response, COOKIE, token.getToken(), Duration.ofDays(30), "Lax");
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        String value = Cookies.read(request, COOKIE);
        return value == null ? null : token(value);
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
    }
}
