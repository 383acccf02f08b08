package fr.opalconnect.access;

import fr.opalconnect.platform.Device;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Limits.Answer.Refused;
import fr.opalconnect.platform.Network;
import fr.opalconnect.platform.Open;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// To the landlord's identity provider and back. A link, not a form: our forms go nowhere else.
@Controller
@Open
class StaffProviderPage {
    static final String PATH = StaffSignInPage.PATH + "/fournisseur";
    private static final String BACK = PATH + "/retour";

    private final StaffProvider provider;
    private final StaffSessions sessions;
    private final StaffSettings settings;
    private final Limits limits;
    private final Refusals refusals;

    StaffProviderPage(
            StaffProvider provider, StaffSessions sessions, StaffSettings settings, Limits limits, Refusals refusals) {
        this.provider = provider;
        this.sessions = sessions;
        this.settings = settings;
        this.limits = limits;
        this.refusals = refusals;
    }

    /// @param suite the page that was asked for
    @GetMapping(PATH)
    View leave(
            @RequestParam(defaultValue = "") String suite, HttpServletRequest request, HttpServletResponse response) {
        if (!provider.isThere()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (limits.spend(Limit.STAFF_SIGN_IN_PER_ADDRESS, Network.of(request)) instanceof Refused refused) {
            return refusals.tooMany(response, refused.until(), StaffSignInPage.PATH);
        }
        StaffProvider.Begun begun = provider.begin(back(request), Way.atDesk(suite));
        if (begun == null) {
            return new RedirectView(StaffSignInPage.PATH + "?session=fournisseur");
        }
        StaffTokens.keepProvider(request, response, begun.token(), StaffProvider.PATIENCE);
        return new RedirectView(begun.address().toString());
    }

    @GetMapping(BACK)
    View comeBack(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String iss,
            HttpServletRequest request,
            HttpServletResponse response) {
        String device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
        String token = StaffTokens.provider(request);
        StaffTokens.dropProvider(request, response);
        return switch (provider.finish(token, state, code, iss, back(request), device)) {
            case StaffProvider.Ending.In in -> {
                String held = StaffTokens.session(request);
                if (held != null) {
                    sessions.signOut(held);
                }
                StaffTokens.keepSession(request, response, in.token(), settings.sessionWhole());
                yield Way.inAtDesk(Way.atDesk(in.next()));
            }
            case StaffProvider.Ending.Unknown _ -> new RedirectView(StaffSignInPage.PATH + "?session=inconnu");
            case StaffProvider.Ending.NotNow _ -> new RedirectView(StaffSignInPage.PATH + "?session=fournisseur");
        };
    }

    private static URI back(HttpServletRequest request) {
        int site = request.getRequestURL().length() - request.getRequestURI().length();
        return URI.create(request.getRequestURL().substring(0, site) + BACK);
    }
}
