package fr.opalconnect.plan;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Étalements: what tenants ask, and what runs; each is accepted, changed or refused here.
@Controller
class PlansPage {
    static final String PATH = SignedInStaff.DESK + "/etalements";

    private static final int LONGEST = 500;

    private final PlanDesk desk;
    private final Views views;

    PlansPage(PlanDesk desk, Views views) {
        this.desk = desk;
        this.views = views;
    }

    @GetMapping(PATH)
    View list(SignedInStaff who, @RequestParam(required = false) @Nullable String fait) {
        return page(who, fait, null, Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping(PATH + "/{id}/accepter")
    View accept(SignedInStaff who, @PathVariable UUID id) {
        return after(who, id, desk.accept(who, id), "accepte");
    }

    @PostMapping(PATH + "/{id}/proposer")
    View propose(
            SignedInStaff who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String mois,
            @RequestParam(defaultValue = "") String premiere,
            @RequestParam(defaultValue = "") String motif) {
        int months = mois.matches("[0-9]{1,2}") ? Integer.parseInt(mois) : 0;
        return after(who, id, desk.propose(who, id, months, day(premiere), cut(motif)), "propose");
    }

    @PostMapping(PATH + "/{id}/refuser")
    View refuse(SignedInStaff who, @PathVariable UUID id, @RequestParam(defaultValue = "") String motif) {
        return motif.isBlank() ? reasonMissing(who, id) : after(who, id, desk.refuse(who, id, cut(motif)), "refuse");
    }

    @PostMapping(PATH + "/{id}/arreter")
    View end(SignedInStaff who, @PathVariable UUID id, @RequestParam(defaultValue = "") String motif) {
        return motif.isBlank() ? reasonMissing(who, id) : after(who, id, desk.end(who, id, cut(motif)), "arrete");
    }

    private View reasonMissing(SignedInStaff who, UUID id) {
        return page(
                who,
                null,
                id,
                Mistakes.of(new Mistake("motif-" + id, "plan.error.reason")),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View after(SignedInStaff who, UUID id, Ending ending, String done) {
        return switch (ending) {
            case Ending.Done ignored -> new RedirectView(PATH + "?fait=" + done);
            case Ending.NotFound ignored -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Ending.OutOfBounds ignored -> {
                Mistakes mistakes = Mistakes.of(new Mistake("mois-" + id, "plan.error.terms"));
                yield page(who, null, id, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case Ending other -> new RedirectView(PATH + "?fait=entretemps");
        };
    }

    private View page(
            SignedInStaff who, @Nullable String done, @Nullable UUID wrong, Mistakes mistakes, HttpStatus status) {
        return views.page("plan/Plans", new PlansView(desk.open(who), done, wrong, mistakes), status);
    }

    private static String cut(String typed) {
        return typed.strip().substring(0, Math.min(typed.strip().length(), LONGEST));
    }

    /// What is no day is one that is past.
    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            return LocalDate.EPOCH;
        }
    }
}
