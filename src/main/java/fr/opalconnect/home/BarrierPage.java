package fr.opalconnect.home;

import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Network;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// 'Une page vous bloque ?': whoever cannot use a page, or reads a wrong translation, says so, signed in or not, with
/// or
/// without a way to answer.
@Controller
@Open
class BarrierPage {
    static final String PATH = "/accessibilite/signaler";

    private final Barriers barriers;
    private final Limits limits;
    private final Views views;

    BarrierPage(Barriers barriers, Limits limits, Views views) {
        this.barriers = barriers;
        this.limits = limits;
        this.views = views;
    }

    @GetMapping(PATH)
    View form(BarrierForm form, @RequestParam(required = false) @Nullable String envoye) {
        return page(new BarrierForm(form.page(), "", "", form.sujet()), envoye != null, Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping(PATH)
    View tell(BarrierForm form, HttpServletRequest request) {
        Mistakes mistakes = form.mistakes();
        if (mistakes.any()) {
            return page(form, false, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (limits.spend(Limit.BARRIERS_PER_ADDRESS, Network.of(request)) instanceof Limits.Answer.Refused) {
            return page(
                    form,
                    false,
                    Mistakes.of(new Mistake("obstacle", "home.barrier.error.often")),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        barriers.tell(form.page().strip(), form.obstacle().strip(), form.reach());
        return new RedirectView(PATH + "?envoye");
    }

    private View page(BarrierForm form, boolean told, Mistakes mistakes, HttpStatus status) {
        return views.page("home/Barrier", new BarrierView(form, told, mistakes), status);
    }
}
