package fr.opalconnect.platform;

import fr.opalconnect.kernel.SignedInStaff;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// Where one signs in, and from there back to where one was. What stood behind the `?` of a page stays behind: that may
/// be somebody's words, or say once more what was done long ago.
final class FrontDoor {
    private static final String TENANTS = "/connexion";
    private static final String STAFF = SignedInStaff.DESK + TENANTS;

    private FrontDoor() {}

    /// For who asked for a page.
    static String of(HttpServletRequest request) {
        String page = request.getRequestURI();
        String door = before(page);
        // The worker sends here whoever shares a file to the app; it waits on the device.
        return door.equals(TENANTS) && "partage".equals(request.getQueryString())
                ? door + "?session=partage"
                : door + "?session=fin" + (leadsOn(page) ? "&suite=" + page : "");
    }

    /// For who sent a form, and reads on a page that it was not kept: back to the form, where the browser says where
    /// that stood. The address that it was sent to is often no page.
    static String afterForm(HttpServletRequest request) {
        String door = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String sentTo
                ? before(sentTo)
                : TENANTS;
        String page = path(request.getHeader(HttpHeaders.REFERER));
        return page != null && leadsOn(page) && before(page).equals(door) ? door + "?suite=" + page : door;
    }

    /// Where the language is switched to. At the door that is the page behind it: one comes to it by the door again.
    ///
    /// @param path of the page that is shown
    static String behind(String path, HttpServletRequest request) {
        String next = path.equals(TENANTS) || path.equals(STAFF) ? request.getParameter("suite") : null;
        return next != null && leadsOn(next) ? next : path;
    }

    private static String before(String page) {
        return SignedInStaff.isDesk(page) ? STAFF : TENANTS;
    }

    /// Accueil, or the desk, comes after the door anyway.
    private static boolean leadsOn(String page) {
        return !page.equals("/")
                && !page.equals("/accueil")
                && !page.equals(SignedInStaff.DESK)
                && LocalPath.of(page).equals(page);
    }

    private static @Nullable String path(@Nullable String address) {
        try {
            return address == null ? null : URI.create(address).getRawPath();
        } catch (IllegalArgumentException e) {
            return null; // whatever a browser may send
        }
    }
}
