package fr.opalconnect.office;

import fr.opalconnect.conversation.Caseload;
import fr.opalconnect.conversation.Ending;
import fr.opalconnect.conversation.State;
import fr.opalconnect.kernel.SignedInStaff;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What is done with several conversations at once.
@Controller
class SeveralPage {
    private final Caseload caseload;
    private final SeveralAnswers answers;

    SeveralPage(Caseload caseload, SeveralAnswers answers) {
        this.caseload = caseload;
        this.answers = answers;
    }

    /// @param ids    those that are ticked; no more than a page shows
    /// @param acte   `attribuer`, `clore` or `repondre`
    /// @param a      whom they are given to; nobody is the agency's pile
    /// @param modele what they are answered with
    /// @param cle    the form's own key: sent again, nothing is answered twice
    @PostMapping("/bureau/selection")
    View act(
            SignedInStaff who,
            @RequestParam(required = false) @Nullable List<UUID> ids,
            @RequestParam(defaultValue = "") String acte,
            @RequestParam(required = false) @Nullable UUID a,
            @RequestParam(required = false) @Nullable UUID modele,
            @RequestParam UUID cle,
            @RequestParam Map<String, String> query) {
        InboxChoice choice = InboxChoice.of(query);
        if (ids == null || ids.isEmpty() || ids.size() > InboxBoard.PAGE) {
            return back(choice, "rien.0.0");
        }
        List<UUID> chosen = ids.stream().distinct().toList();
        return switch (acte) {
            case "attribuer" -> back(choice, said("attribues", caseload.assignAll(who, chosen, a)));
            case "clore" -> back(choice, said("clos", caseload.moveAll(who, chosen, State.DONE, null)));
            case "repondre" -> back(choice, said("repondus", answers.send(who, chosen, modele, cle)));
            default -> back(choice, "rien.0.0");
        };
    }

    private static String said(String what, List<Ending> endings) {
        long done = endings.stream().filter(Ending.Done.class::isInstance).count();
        return what + "." + done + "." + (endings.size() - done);
    }

    private static View back(InboxChoice choice, String said) {
        return DeskViews.to("/bureau" + choice.queryAnd(Said.PARAMETER + "=" + said));
    }
}
