package fr.opalconnect.office;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.notification.SmsAlarms;
import fr.opalconnect.platform.Views;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The inbox page in all its states: its doors are several, the page is one.
@Component
class DeskViews {
    private final InboxBoard inbox;
    private final CaseBoard cases;
    private final SmsAlarms alarms;
    private final Views views;
    private final InstantSource clock;

    DeskViews(InboxBoard inbox, CaseBoard cases, SmsAlarms alarms, Views views, InstantSource clock) {
        this.inbox = inbox;
        this.cases = cases;
        this.alarms = alarms;
        this.views = views;
        this.clock = clock;
    }

    View list(SignedInStaff who, InboxChoice choice, @Nullable Said said) {
        return views.page(
                "office/Desk",
                new DeskView(alarms.ringing(who), inbox.of(who, choice, null), null, said, clock.instant()));
    }

    /// @throws ResponseStatusException when there is no such conversation for whoever asks
    View conversation(
            SignedInStaff who, InboxChoice choice, UUID id, CaseForms forms, @Nullable Said said, HttpStatus status) {
        return of(who, choice, open(who, id, forms), said, status);
    }

    View of(SignedInStaff who, InboxChoice choice, CaseView opened, @Nullable Said said, HttpStatus status) {
        InboxView list = inbox.of(who, choice, opened.head().id());
        return views.page(
                "office/Desk", new DeskView(alarms.ringing(who), list, opened, said, clock.instant()), status);
    }

    CaseView open(SignedInStaff who, UUID id, CaseForms forms) {
        CaseView opened = cases.open(who, id, forms);
        if (opened == null) {
            throw gone();
        }
        return opened;
    }

    static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /// Back to the conversation after a form.
    static View back(UUID id, InboxChoice choice, String said) {
        return to("/bureau/conversations/" + id + choice.queryAnd(Said.PARAMETER + "=" + said));
    }

    static View to(String address) {
        RedirectView redirect = new RedirectView(address);
        redirect.setExpandUriTemplateVariables(false);
        return redirect;
    }
}
