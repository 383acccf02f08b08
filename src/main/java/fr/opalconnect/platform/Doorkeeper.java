package fr.opalconnect.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/// Tells who sends a request. The module that keeps the sessions implements it, because the platform lies below it.
public interface Doorkeeper {
    /// Null when nobody is signed in. May clear a cookie that no longer opens anything.
    @Nullable
    Authentication recognise(HttpServletRequest request, HttpServletResponse response);
}
