package fr.opalconnect.platform;

import fr.opalconnect.ui.Wrong;
import fr.opalconnect.ui.WrongView;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.ServletRequestPathUtils;

/// What people see when something is not there, not allowed, or broken.
@Controller
@Open
class ErrorPages implements ErrorController {
    private static final String NOBODY_IS_KNOWN_NOW = "fr.opalconnect.nobody-is-known-now";

    /// The fields that people write sentences in: never a password, a code or a number.
    static final List<String> WRITTEN = List.of("message", "erreur", "obstacle", "texte", "texteEn");

    private final Views views;
    private final FormAddresses forms;
    /// Asked for late: the mappings are made from the pages, and this is one.
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    ErrorPages(
            Views views,
            FormAddresses forms,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.views = views;
        this.forms = forms;
        this.mappings = mappings;
    }

    @RequestMapping("/error")
    View error(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(request);
        String page = formsPage(request, status);
        if (page != null) {
            return new RedirectView(page);
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        }
        Wrong wrong = Wrong.of(status.value());
        return views.page("ui/WrongPage", new WrongView(wrong, again(wrong, request), written(wrong, request)), status);
    }

    private @Nullable String formsPage(HttpServletRequest request, HttpStatus status) {
        return status.is4xxClientError()
                        && "GET".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD))
                        && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? forms.pageOf(path)
                : null;
    }

    /// Without its database the program is not broken, only away: 503, so that nobody takes it for more.
    private static HttpStatus status(HttpServletRequest request) {
        if (comesFromTheDatabase((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static boolean comesFromTheDatabase(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException) {
                return true;
            }
        }
        return false;
    }

    /// Where to try again, by reading: a form that is sent twice may do its work twice, so its address leads to its
    /// page. After a form that came too late, by the door and back to that page.
    private static @Nullable String again(Wrong wrong, HttpServletRequest request) {
        if (wrong == Wrong.SESSION_OVER) {
            return FrontDoor.afterForm(request);
        }
        Object address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        boolean mayHelp = wrong == Wrong.BROKEN || wrong == Wrong.BUSY;
        return mayHelp && address instanceof String path ? LocalPath.of(path) : null;
    }

    /// What somebody wrote when their session was over, so that they can keep it; it is shown and forgotten. Only where
    /// the form's token was right: another site must not put its words on our page.
    private static List<String> written(Wrong wrong, HttpServletRequest request) {
        return wrong == Wrong.SESSION_OVER
                ? WRITTEN.stream()
                        .map(request::getParameter)
                        .filter(text -> text != null && !text.isBlank())
                        .toList()
                : List.of();
    }

    /// Leaves word that who asks could not be looked up: that is not the same as being nobody.
    static void nobodyIsKnownNow(HttpServletRequest request) {
        request.setAttribute(NOBODY_IS_KNOWN_NOW, true);
    }

    /// A page that needs a session, opened without one.
    void notSignedIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (request.getAttribute(NOBODY_IS_KNOWN_NOW) != null) {
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        } else if (!exists(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (request.getMethod().equals("GET")) {
            response.sendRedirect(FrontDoor.of(request));
        } else {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        }
    }

    /// Unknown addresses are closed like any other, and only here told apart from pages that need a session.
    private boolean exists(HttpServletRequest request) throws IOException {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            return mappings.getObject().getHandler(request) != null;
        } catch (HttpRequestMethodNotSupportedException e) {
            return !request.getMethod().equals("GET"); // an address that only takes forms is no page
        } catch (Exception e) {
            throw new IOException("could not look up the page", e);
        }
    }

    /// A form that was left open until its token was gone, or sent from another site.
    void refused(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        response.sendError((why instanceof CsrfException ? HttpStatus.CONFLICT : HttpStatus.NOT_FOUND).value());
    }
}
