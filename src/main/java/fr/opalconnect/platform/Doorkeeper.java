package fr.opalconnect.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/// Tells who sends a request. The module that keeps the sessions implements it, because the platform lies below it.
public interface Doorkeeper {
    /// Whether this one is asked for an address: tenants and staff have doors of their own, so that nobody is ever
    /// taken
    /// for the other.
    boolean keeps(String path);

    /// Null when nobody is signed in. May clear a cookie that no longer opens anything.
    @Nullable
    Authentication recognise(HttpServletRequest request, HttpServletResponse response);
}
