package fr.opalconnect.access;

import fr.opalconnect.platform.Views;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// The pages that say not now, until when, and what to do instead.
@Component
class Refusals {
    private final Views views;
    private final InstantSource clock;

    Refusals(Views views, InstantSource clock) {
        this.views = views;
        this.clock = clock;
    }

    /// @param back where to try again
    View tooMany(HttpServletResponse response, Instant until, String back) {
        Instant now = clock.instant();
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Duration.between(now, until).toSeconds() + 1));
        return views.page("access/TooMany", new TooManyView(until, now, back), HttpStatus.TOO_MANY_REQUESTS);
    }

    /// Whether this browser is signed in already; its doorkeeper has left word.
    static boolean isSignedIn(HttpServletRequest request) {
        return request.getAttribute(fr.opalconnect.ui.Visitor.class.getName()) != null;
    }
}
