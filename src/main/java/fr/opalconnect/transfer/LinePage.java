package fr.opalconnect.transfer;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.Search;
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

/// One line of a statement: what it says, whose it may be, and what the office makes of it.
@Controller
class LinePage {
    static final String PATH = StatementsPage.PATH + "/lignes/";

    private static final String ONE = PATH + "{id}";
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_SEARCH = 100;

    private final StatementDesk desk;
    private final Matches matches;
    private final Reversals reversals;
    private final Search search;
    private final Limits limits;
    private final Views views;

    LinePage(StatementDesk desk, Matches matches, Reversals reversals, Search search, Limits limits, Views views) {
        this.desk = desk;
        this.matches = matches;
        this.reversals = reversals;
        this.search = search;
        this.limits = limits;
        this.views = views;
    }

    @GetMapping(ONE)
    View show(SignedInStaff who, @PathVariable UUID id, @RequestParam(required = false) @Nullable String fait) {
        return page(who, id, "", null, fait, Mistakes.NONE, HttpStatus.OK);
    }

    /// By POST: names and numbers stand in no address.
    @PostMapping(ONE + "/recherche")
    View find(SignedInStaff who, @PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
        StatementsPage.mayLook(who);
        String typed = q.strip().length() > LONGEST_SEARCH ? q.strip().substring(0, LONGEST_SEARCH) : q.strip();
        if (limits.spend(Limit.SEARCHES_PER_STAFF, who.id().toString()) instanceof Limits.Answer.Refused) {
            Mistake often = new Mistake("q", "transfer.line.search.often");
            return page(who, id, typed, null, null, Mistakes.of(often), HttpStatus.TOO_MANY_REQUESTS);
        }
        return page(who, id, typed, search.find(who, typed), null, Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping(ONE + "/affecter")
    View match(SignedInStaff who, @PathVariable UUID id, @RequestParam(defaultValue = "") String bail) {
        StatementsPage.mayLook(who);
        return after(matches.match(who, id, new LeaseNumber(bail.strip())), id, "affecte");
    }

    @PostMapping(ONE + "/ecarter")
    View putAside(SignedInStaff who, @PathVariable UUID id, @RequestParam(defaultValue = "") String motif) {
        StatementsPage.mayLook(who);
        String reason = reason(motif);
        return reason == null ? reasonMissing(who, id) : after(matches.putAside(who, id, reason), id, "ecarte");
    }

    @PostMapping(ONE + "/reprendre")
    View reopen(SignedInStaff who, @PathVariable UUID id, @RequestParam(defaultValue = "") String motif) {
        StatementsPage.mayLook(who);
        String reason = reason(motif);
        return reason == null ? reasonMissing(who, id) : after(matches.reopen(who, id, reason), id, "repris");
    }

    /// @param ligne the transfer that this line takes back
    @PostMapping(ONE + "/reprise")
    View takeBack(SignedInStaff who, @PathVariable UUID id, @RequestParam UUID ligne) {
        StatementsPage.mayLook(who);
        return after(reversals.link(who, id, ligne), id, "rendu");
    }

    private static @Nullable String reason(String typed) {
        String plain = typed.strip();
        return plain.isEmpty() ? null : plain.substring(0, Math.min(plain.length(), LONGEST_REASON));
    }

    private View reasonMissing(SignedInStaff who, UUID id) {
        Mistakes mistakes = Mistakes.of(new Mistake("motif", "transfer.line.reason.missing"));
        return page(who, id, "", null, null, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static View after(Matches.Ending ending, UUID id, String done) {
        return switch (ending) {
            case Matches.Ending.Done ignored -> new RedirectView(PATH + id + "?fait=" + done);
            case Matches.Ending.NotNow ignored -> new RedirectView(PATH + id + "?fait=entretemps");
            case Matches.Ending.NotFound ignored -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private View page(
            SignedInStaff who,
            UUID id,
            String typed,
            Search.@Nullable Found found,
            @Nullable String done,
            Mistakes mistakes,
            HttpStatus status) {
        StatementDesk.Shown shown = desk.line(who, id);
        if (shown.lines().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return views.page(
                "transfer/LineOne",
                new LineView(
                        shown,
                        desk.steps(who, id),
                        reversals.mayBe(who, shown.lines().getFirst()),
                        typed,
                        found,
                        said(done),
                        mistakes),
                status);
    }

    private static @Nullable String said(@Nullable String done) {
        return switch (done) {
            case "affecte" -> "transfer.line.done.matched";
            case "ecarte" -> "transfer.line.done.aside";
            case "rendu" -> "transfer.desk.done.taken-back";
            case "repris" -> "transfer.line.done.reopened";
            case "entretemps" -> "transfer.line.done.meanwhile";
            case null, default -> null;
        };
    }
}
