package fr.opalconnect.account;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.landlord.PaymentWays;
import fr.opalconnect.platform.Languages;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Compte: the statement of a year, on the screen and as a file for a spreadsheet.
@Controller
class StatementPage {
    private final RentAccounts accounts;
    private final PaymentWays ways;
    private final Views views;
    private final TextBundles texts;
    private final Languages languages;
    private final InstantSource clock;

    StatementPage(
            RentAccounts accounts,
            PaymentWays ways,
            Views views,
            TextBundles texts,
            Languages languages,
            InstantSource clock) {
        this.accounts = accounts;
        this.ways = ways;
        this.views = views;
        this.texts = texts;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/compte")
    View statement(SignedInTenant who, @RequestParam(required = false) @Nullable String annee) {
        AccountBook book = accounts.book(who);
        return views.page(
                "account/StatementOfYear",
                new StatementView(book.statement(year(annee)), book.terms(), ways.any(), today()));
    }

    @GetMapping("/compte.csv")
    ResponseEntity<byte[]> file(
            SignedInTenant who, @RequestParam(required = false) @Nullable String annee, HttpServletRequest request) {
        Texts t = texts.in(languages.of(request));
        Statement statement = accounts.statement(who, year(annee));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%d.csv\"".formatted(t.say("account.file"), statement.year()))
                .body(StatementFile.csv(statement, t));
    }

    /// A year that is none shows the latest one: the address bar is no form to complain about.
    private static @Nullable Integer year(@Nullable String typed) {
        return typed != null && typed.matches("(19|20)[0-9]{2}") ? Integer.valueOf(typed) : null;
    }

    private LocalDate today() {
        return clock.instant().atZone(Texts.ZONE).toLocalDate();
    }
}
