package fr.opalconnect.notification;

import fr.opalconnect.platform.Languages;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.Recipients;
import fr.opalconnect.tenancy.Recipients.Recipient;
import fr.opalconnect.ui.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Where the link under an e-mail leads: one button, nothing to sign in for. Mail programs press it themselves
/// (RFC 8058); looking at the page stops nothing, for programs that guard mailboxes look at every link. It speaks the
/// language of the e-mail, that of the tenant whose it is, unless this browser chose one.
@Controller
@Open(fromElsewhere = true)
class StopPage {
    static final String PATH = "/notifications/arret";

    private final Stops stops;
    private final Recipients recipients;
    private final Views views;

    StopPage(Stops stops, Recipients recipients, Views views) {
        this.stops = stops;
        this.recipients = recipients;
        this.views = views;
    }

    @GetMapping(PATH + "/{token}")
    View page(@PathVariable String token, HttpServletRequest request) {
        return view(token, read(token), false, request);
    }

    /// @param encore whether they are to come again
    @PostMapping(PATH + "/{token}")
    View stop(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean encore,
            HttpServletRequest request) {
        Stops.Stop stop = read(token);
        stops.set(stop, encore);
        return view(token, stop, true, request);
    }

    private View view(String token, Stops.Stop stop, boolean done, HttpServletRequest request) {
        if (request.getAttribute(Languages.CHOSEN) == null && Languages.chosenHere(request) == null) {
            Recipient tenant = recipients.of(Set.of(stop.tenant())).get(stop.tenant());
            if (tenant != null && tenant.language() != null) {
                request.setAttribute(Languages.CHOSEN, Language.of(tenant.language()));
            }
        }
        return views.page("notification/Stop", new StopView(token, stop.topic(), stops.isStopped(stop), done));
    }

    private Stops.Stop read(String token) {
        Stops.Stop stop = stops.read(token);
        if (stop == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return stop;
    }
}
