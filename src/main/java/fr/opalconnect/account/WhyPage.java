package fr.opalconnect.account;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// 'Pourquoi 412 € ?': a term's lines in plain words, what changed, and the months beside it. An address names a month
/// of the account that one is looking at, never an entry or an amount.
@Controller
class WhyPage {
    static final String PATH = "/compte/pourquoi";

    private final RentAccounts accounts;
    private final Views views;
    private final InstantSource clock;

    WhyPage(RentAccounts accounts, Views views, InstantSource clock) {
        this.accounts = accounts;
        this.views = views;
        this.clock = clock;
    }

    /// The latest term.
    @GetMapping(PATH)
    View latest(SignedInTenant who) {
        AccountHistory history = accounts.history(who);
        List<RentTerm> terms = history.terms();
        return terms.isEmpty()
                ? views.page("account/NoTerm", new NoTermView(history.figuresAt(), today()))
                : page(history, terms, terms.getLast(), true);
    }

    @GetMapping(PATH + "/{mois}")
    View term(SignedInTenant who, @PathVariable String mois) {
        AccountHistory history = accounts.history(who);
        List<RentTerm> terms = history.terms();
        RentTerm term = terms.stream()
                .filter(each -> each.month().toString().equals(mois))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return page(history, terms, term, false);
    }

    /// What shows before the first notice.
    record NoTermView(@Nullable Instant figuresAt, LocalDate today) {}

    private View page(AccountHistory history, List<RentTerm> terms, RentTerm term, boolean now) {
        return views.page("account/Why", new WhyView(history, terms, term, now, today()));
    }

    private LocalDate today() {
        return clock.instant().atZone(Texts.ZONE).toLocalDate();
    }
}
