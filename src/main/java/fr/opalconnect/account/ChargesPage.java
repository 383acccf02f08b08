package fr.opalconnect.account;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Mes charges: a year's advances by theme, what was really spent, the balance and what becomes of it.
@Controller
class ChargesPage {
    static final String PATH = "/compte/charges";

    private final RentAccounts accounts;
    private final ChargesTable table;
    private final Views views;
    private final InstantSource clock;

    ChargesPage(RentAccounts accounts, ChargesTable table, Views views, InstantSource clock) {
        this.accounts = accounts;
        this.table = table;
        this.views = views;
        this.clock = clock;
    }

    /// The latest year with a statement, else the latest there is.
    @GetMapping(PATH)
    View latest(SignedInTenant who) {
        AccountHistory history = accounts.history(who);
        List<ChargesYear> years = ChargesYear.of(history, table.of(who.lease()));
        ChargesYear shown = years.stream()
                .filter(ChargesYear::isStated)
                .findFirst()
                .orElse(years.isEmpty() ? null : years.getFirst());
        return page(history, years, shown);
    }

    @GetMapping(PATH + "/{annee}")
    View year(SignedInTenant who, @PathVariable String annee) {
        AccountHistory history = accounts.history(who);
        List<ChargesYear> years = ChargesYear.of(history, table.of(who.lease()));
        ChargesYear shown = years.stream()
                .filter(year -> Integer.toString(year.year()).equals(annee))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return page(history, years, shown);
    }

    private View page(AccountHistory history, List<ChargesYear> years, @Nullable ChargesYear shown) {
        return views.page(
                "account/Charges",
                new ChargesView(
                        history,
                        years,
                        shown,
                        clock.instant().atZone(Texts.ZONE).toLocalDate()));
    }
}
