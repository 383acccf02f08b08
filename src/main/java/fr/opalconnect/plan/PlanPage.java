package fr.opalconnect.plan;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
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

/// Difficile de tout payer ? A simulator, the request, and then the plan with its instalments.
@Controller
class PlanPage {
    static final String PATH = "/payer/etalement";

    private static final int LONGEST = 2_000;

    private final Plans plans;
    private final PlanSettings settings;
    private final Views views;

    PlanPage(Plans plans, PlanSettings settings, Views views) {
        this.plans = plans;
        this.settings = settings;
        this.views = views;
    }

    /// @param mois    how many months
    /// @param parmois or how much a month, in euros; counts when it is given
    @GetMapping(PATH)
    View show(
            SignedInTenant who,
            @RequestParam(defaultValue = "") String mois,
            @RequestParam(defaultValue = "") String parmois,
            @RequestParam(required = false) @Nullable String fait) {
        Plan plan = plans.latest(who);
        if (plan != null && plan.state().isOpen()) {
            return views.page("plan/Running", new RunningView(plan, plans.progress(who, plan), fait));
        }
        Money debt = plans.debt(who);
        if (plan != null && plan.state() == PlanState.COMPLETED && !settings.isWorthwhile(debt)) {
            return views.page("plan/Running", new RunningView(plan, plans.progress(who, plan), fait));
        }
        Wish wish = Wish.of(debt, mois, parmois, settings);
        return simulator(who, debt, wish, UUID.randomUUID(), "", Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping(PATH)
    View request(
            SignedInTenant who,
            @RequestParam(defaultValue = "") String mois,
            @RequestParam(defaultValue = "") String message,
            @RequestParam UUID cle) {
        Money debt = plans.debt(who);
        Wish wish = Wish.of(debt, mois, "", settings);
        if (message.length() > LONGEST) {
            return again(who, debt, wish, cle, message, "message", "plan.error.long");
        }
        return switch (plans.request(who, wish.months(), message, cle)) {
            case Ending.Done ignored -> new RedirectView(PATH + "?fait=envoye");
            case Ending.NotNow ignored -> new RedirectView(PATH);
            case Ending.TooMany ignored -> again(who, debt, wish, cle, message, "message", "plan.error.often");
            case Ending.OutOfBounds ignored -> again(who, debt, wish, cle, message, "mois", "plan.error.bounds");
            case Ending.NotFound ignored -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping(PATH + "/{id}/accord")
    View agree(SignedInTenant who, @PathVariable UUID id) {
        return after(plans.agree(who, id), "accord");
    }

    @PostMapping(PATH + "/{id}/retrait")
    View withdraw(SignedInTenant who, @PathVariable UUID id) {
        return after(plans.withdraw(who, id), "retrait");
    }

    private static View after(Ending ending, String done) {
        return switch (ending) {
            case Ending.Done ignored -> new RedirectView(PATH + "?fait=" + done);
            case Ending.NotFound ignored -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Ending other -> new RedirectView(PATH);
        };
    }

    private View again(
            SignedInTenant who, Money debt, Wish wish, UUID key, String message, String field, String mistake) {
        Mistakes mistakes = Mistakes.of(new Mistake(field, mistake));
        return simulator(who, debt, wish, key, message, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View simulator(
            SignedInTenant who, Money debt, Wish wish, UUID key, String message, Mistakes mistakes, HttpStatus status) {
        Terms terms = settings.isWorthwhile(debt) ? plans.terms(debt, wish.months()) : null;
        Plan before = plans.latest(who);
        return views.page(
                "plan/Simulator",
                new SimulatorView(
                        debt,
                        wish,
                        settings.mostMonths(debt),
                        Money.ofCents(settings.leastInstalment()),
                        terms,
                        before == null ? null : before.state(),
                        key,
                        message,
                        wish.mistake() == null ? mistakes : Mistakes.of(wish.mistake())),
                status);
    }
}
