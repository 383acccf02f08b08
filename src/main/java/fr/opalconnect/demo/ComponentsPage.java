package fr.opalconnect.demo;

import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.StaffVisitor;
import fr.opalconnect.ui.Visitor;
import fr.opalconnect.ui.Wrong;
import fr.opalconnect.ui.WrongView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// Every component with its states, on one page: what designers look at, and what the tests measure.
@Controller
@Open
@Profile("demo")
class ComponentsPage {
    private final Views views;

    ComponentsPage(Views views) {
        this.views = views;
    }

    @GetMapping("/demo/composants")
    View outside() {
        return views.page("demo/Components", new ComponentsView(Mistakes.NONE));
    }

    /// The same in the frame of somebody who is signed in and rents two dwellings, with a form that came back.
    @GetMapping("/demo/composants/connecte")
    View inside(HttpServletRequest request) {
        request.setAttribute(
                Visitor.class.getName(),
                new Visitor(
                        "Nadia",
                        "NB",
                        2,
                        1,
                        List.of(
                                new Visitor.Choice("1", "Appartement · 4 faubourg Saint-Crépin, Soissons", true),
                                new Visitor.Choice("2", "Parking, avenue Carnot", false))));
        return views.page("demo/Components", new ComponentsView(ComponentsView.EVERYTHING_WRONG));
    }

    /// The frame of the desk with its three columns.
    @GetMapping("/demo/composants/bureau")
    View desk(HttpServletRequest request) {
        request.setAttribute(StaffVisitor.class.getName(), new StaffVisitor("Claire Lemoine", "CL", true, true));
        return views.page("demo/DeskComponents", new ComponentsView(Mistakes.NONE));
    }

    /// The pages nobody wants to see, `/demo/composants/erreur/not-found`.
    @GetMapping("/demo/composants/erreur/{name}")
    View wrong(@PathVariable String name) {
        Wrong wrong = Wrong.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        boolean mayHelp = wrong == Wrong.BUSY || wrong == Wrong.BROKEN;
        List<String> written = wrong == Wrong.SESSION_OVER ? List.of("Mon numéro a changé.") : List.of();
        return views.page("ui/WrongPage", new WrongView(wrong, mayHelp ? "/demo/composants" : null, written));
    }
}
