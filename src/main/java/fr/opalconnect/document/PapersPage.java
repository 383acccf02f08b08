package fr.opalconnect.document;

import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistakes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The papers that we make: each is made when it is asked for.
@Controller
class PapersPage {
    private final PaperMaker maker;
    private final RentAccounts accounts;
    private final Limits limits;
    private final Views views;

    PapersPage(PaperMaker maker, RentAccounts accounts, Limits limits, Views views) {
        this.maker = maker;
        this.accounts = accounts;
        this.limits = limits;
        this.views = views;
    }

    /// @param which `2026-10`, or `2026-10-2` for the second notice of that month
    @GetMapping(MadePapers.FOLDER + "avis-{which}.pdf")
    View notice(SignedInTenant who, @PathVariable String which) {
        boolean several = which.matches("[0-9]{4}-[0-9]{2}-[1-9]");
        int number = several ? Integer.parseInt(which.substring(8)) : 1;
        YearMonth month = month(several ? which.substring(0, 7) : which);
        return answer(who, () -> maker.notice(who, month, number));
    }

    @GetMapping(MadePapers.FOLDER + "quittance-{month}.pdf")
    View quittance(SignedInTenant who, @PathVariable String month) {
        YearMonth term = month(month);
        return answer(who, () -> maker.quittance(who, term));
    }

    @GetMapping(MadePapers.FOLDER + "recu-{month}.pdf")
    View partReceipt(SignedInTenant who, @PathVariable String month) {
        YearMonth term = month(month);
        return answer(who, () -> maker.partReceipt(who, term));
    }

    @GetMapping(MadePapers.FOLDER + "attestation-de-loyer.pdf")
    View certificate(SignedInTenant who) {
        return answer(who, () -> maker.certificate(who));
    }

    /// The form; this year until the day of the figures when nothing was typed.
    @GetMapping(MadePapers.FOLDER + "releve")
    View statementForm(SignedInTenant who) {
        LocalDate known = known(who);
        Days days = new Days(known.withDayOfYear(1).toString(), known.toString());
        return views.page("document/StatementForm", new StatementFormView(days, Mistakes.NONE, known));
    }

    /// @param du from
    /// @param au until
    @GetMapping(MadePapers.FOLDER + "releve.pdf")
    View statement(
            SignedInTenant who,
            @RequestParam(defaultValue = "") String du,
            @RequestParam(defaultValue = "") String au) {
        Days days = new Days(du, au);
        LocalDate known = known(who);
        Mistakes mistakes = days.mistakes(known);
        LocalDate first = days.first();
        LocalDate last = days.last();
        return mistakes.any() || first == null || last == null
                ? views.page(
                        "document/StatementForm",
                        new StatementFormView(days, mistakes, known),
                        HttpStatus.UNPROCESSABLE_CONTENT)
                : answer(who, () -> maker.statement(who, first, last));
    }

    private LocalDate known(SignedInTenant who) {
        LocalDate known = accounts.book(who).figuresOn();
        if (known == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return known;
    }

    private View answer(SignedInTenant who, Supplier<Made> paper) {
        if (limits.spend(Limit.PAPERS_PER_TENANT, who.number().value()) instanceof Limits.Answer.Refused) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        return switch (paper.get()) {
            case Made.Ready ready -> new PdfView(ready);
            case Made.Refused refused -> views.page("document/Refused", refused, HttpStatus.CONFLICT);
            case Made.Unknown unknown -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static YearMonth month(String typed) {
        YearMonth month = parsed(typed);
        if (month == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return month;
    }

    private static @Nullable YearMonth parsed(String typed) {
        try {
            return typed.matches("[0-9]{4}-[0-9]{2}") ? YearMonth.parse(typed) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
