package fr.opalconnect.platform;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Tells open pages, on whichever node they are, that something changed. Only the topic travels, never what changed:
/// the page then asks for itself again, and sees what it may see. See docs/adr/0008-live-pages.md.
///
/// Topics: `conversation:<id>`, `tenant:<number>`, `agency:<code>`, `imports`, `session:<id>` (that session ended).
@Component
public class Live {
    static final String CHANNEL = "live";

    private final JdbcClient jdbc;
    private final Followers followers;

    Live(JdbcClient jdbc, Followers followers) {
        this.jdbc = jdbc;
        this.followers = followers;
    }

    /// Tells all nodes, when the caller's transaction commits; at once when there is none. One round trip.
    public void tell(String... topics) {
        jdbc.sql("SELECT count(pg_notify('" + CHANNEL + "', topic)) FROM unnest(:topics) AS topic")
                .param("topics", topics)
                .query(Long.class)
                .single();
    }

    /// Ends what the browser of a session follows; for whoever ends sessions.
    public void tellEnded(UUID session) {
        tell(session(session));
    }

    /// Follows topics for a tenant's page, until it is left, the session ends, or an hour is over and the browser asks
    /// again. What was told since the page was made (`?depuis=`, milliseconds, or `Last-Event-ID`) is told again.
    ///
    /// @param topics those that this tenant may know of; the door decides
    public View follow(SignedInTenant who, Collection<String> topics) {
        return follow("tenant:" + who.number(), who.session(), topics);
    }

    /// The same for a page of the desk.
    public View follow(SignedInStaff who, Collection<String> topics) {
        return follow(who.actor(), who.session(), topics);
    }

    /// The request's own thread answers until the end: it is a virtual one, and no two threads ever hold one answer.
    private View follow(String person, UUID session, Collection<String> topics) {
        return (model, request, response) -> {
            response.setContentType("text/event-stream");
            response.setHeader("X-Accel-Buffering", "no"); // a proxy that gathers would keep the news to itself
            followers.tell(person, session(session), topics, since(request), response.getOutputStream());
        };
    }

    /// @return 0 when it is not said: then the page may have missed something
    private static long since(HttpServletRequest request) {
        String last = request.getHeader("Last-Event-ID");
        String told = last == null || last.isEmpty() ? request.getParameter("depuis") : last;
        return told != null && told.matches("[0-9]{1,15}") ? Long.parseLong(told) : 0;
    }

    private static String session(UUID id) {
        return "session:" + id;
    }
}
