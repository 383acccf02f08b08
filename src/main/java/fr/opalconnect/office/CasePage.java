package fr.opalconnect.office;

import fr.opalconnect.conversation.Caseload;
import fr.opalconnect.conversation.Desk;
import fr.opalconnect.conversation.Ending;
import fr.opalconnect.conversation.State;
import fr.opalconnect.kernel.SignedInStaff;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What is done with a conversation besides answering it.
@Controller
class CasePage {
    private final Caseload caseload;
    private final Desk desk;
    private final DeskViews views;
    private final InstantSource clock;

    CasePage(Caseload caseload, Desk desk, DeskViews views, InstantSource clock) {
        this.caseload = caseload;
        this.desk = desk;
        this.views = views;
        this.clock = clock;
    }

    /// @param a whom it is given to; nobody is the agency's pile
    @PostMapping("/bureau/conversations/{id}/attribution")
    View assign(
            SignedInStaff who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID a,
            @RequestParam Map<String, String> query) {
        return after(caseload.assign(who, id, a), InboxChoice.of(query), id, "attribue");
    }

    /// @param agence the code of another agency
    /// @param mot    a word for the colleagues there
    @PostMapping("/bureau/conversations/{id}/transmission")
    View handOver(
            SignedInStaff who,
            @PathVariable UUID id,
            @RequestParam String agence,
            @RequestParam(defaultValue = "") String mot,
            @RequestParam Map<String, String> query) {
        Ending ending = caseload.handOver(who, id, agence, mot);
        InboxChoice choice = InboxChoice.of(query);
        return ending instanceof Ending.Done && !who.sees(agence)
                ? DeskViews.to("/bureau" + choice.queryAnd(Said.PARAMETER + "=transmis"))
                : after(ending, choice, id, "transmis");
    }

    /// @param vers the state; its word as in addresses
    @PostMapping("/bureau/conversations/{id}/etat")
    View move(
            SignedInStaff who,
            @PathVariable UUID id,
            @RequestParam String vers,
            @RequestParam Map<String, String> query) {
        State to = InboxChoice.state(vers);
        if (to == null) {
            throw DeskViews.gone();
        }
        return after(caseload.move(who, id, to, null), InboxChoice.of(query), id, "change");
    }

    @PostMapping("/bureau/conversations/{id}/creneaux")
    View offer(
            SignedInStaff who,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam Map<String, String> query) {
        SlotsTyped typed = SlotsTyped.read(form, clock.instant());
        InboxChoice choice = InboxChoice.of(query);
        if (typed.mistakes().any()) {
            CaseForms again = CaseForms.slots(typed.rows(), typed.mistakes());
            return views.conversation(who, choice, id, again, null, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return after(desk.offerSlots(who, id, typed.times()), choice, id, "propose");
    }

    private static View after(Ending ending, InboxChoice choice, UUID id, String said) {
        return switch (ending) {
            case Ending.Done done -> DeskViews.back(id, choice, said);
            case Ending.NotFound gone -> throw DeskViews.gone();
            // It has moved on meanwhile: the page shows where to.
            case Ending other -> DeskViews.back(id, choice, "depasse");
        };
    }
}
