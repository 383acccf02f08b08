package fr.opalconnect.transfer;

import fr.opalconnect.attachment.SentFile;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Views;
import fr.opalconnect.transfer.CamtRefusal.Reason;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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

/// Relevés: the bank's files are read here, and what they leave open is decided. For those who see all agencies: for
/// all others there is no such page.
@Controller
class StatementsPage {
    static final String PATH = SignedInStaff.DESK + "/releves";
    static final String FIELD = "releve";

    private final Statements statements;
    private final StatementDesk desk;
    private final TransferSettings settings;
    private final Views views;

    StatementsPage(Statements statements, StatementDesk desk, TransferSettings settings, Views views) {
        this.statements = statements;
        this.desk = desk;
        this.settings = settings;
        this.views = views;
    }

    @GetMapping(PATH)
    View list(SignedInStaff who, @RequestParam Map<String, String> query) {
        mayLook(who);
        return page(who, StatementsView.outcome(query), Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping(PATH)
    View take(SignedInStaff who, HttpServletRequest request) throws IOException {
        mayLook(who);
        SentFile file = SentFile.of(request);
        if (file == null || file.refusal() != null) {
            boolean large = file != null && file.refusal() == fr.opalconnect.attachment.Refusal.TOO_LARGE;
            return refused(who, new Taken.Refused(large ? Reason.TOO_LARGE : Reason.EMPTY, List.of()));
        }
        return switch (statements.take(who, file.name(), file.bytes())) {
            case Taken.Read read -> new RedirectView(PATH + StatementsView.query(read));
            case Taken.Before before -> new RedirectView(PATH + "?deja");
            case Taken.Refused refused -> refused(who, refused);
        };
    }

    @GetMapping(PATH + "/{id}")
    View one(SignedInStaff who, @PathVariable UUID id) {
        mayLook(who);
        StatementTable.@Nullable Row statement = desk.find(who, id);
        if (statement == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return views.page("transfer/StatementOne", new StatementOneView(statement, desk.linesOf(who, id)));
    }

    private View refused(SignedInStaff who, Taken.Refused refused) {
        Mistake mistake = new Mistake(
                FIELD, CamtRefusal.textKey(refused.reason()), refused.values().toArray());
        return page(who, null, Mistakes.of(mistake), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View page(
            SignedInStaff who, StatementsView.@Nullable Outcome outcome, Mistakes mistakes, HttpStatus status) {
        return views.page(
                "transfer/Statements",
                new StatementsView(
                        desk.latest(who), desk.open(who), desk.countOpen(who), outcome, mistakes, settings.sample()),
                status);
    }

    static void mayLook(SignedInStaff who) {
        if (!who.seesAllAgencies()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
