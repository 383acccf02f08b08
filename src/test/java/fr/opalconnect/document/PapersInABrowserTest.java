package fr.opalconnect.document;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// From Compte to a paper, or to why there is none, with a script and without.
@WholeApplication
class PapersInABrowserTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
    }

    @Test
    void the_form_of_a_statement_says_what_is_missing_and_keeps_what_was_typed() {
        for (Visitor visitor : List.of(Visitor.PHONE, Visitor.PHONE.withoutJavaScript())) {
            try (Visit visit = Browser.visit(visitor)) {
                AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
                Page page = visit.page();
                page.navigate("http://localhost:" + port + "/compte");
                Visit.press(page.locator("a[href='/documents/papiers/releve']"));
                assertThat(page.locator("h1")).hasText("Relevé de compte");
                page.locator("#du").fill("2026-03-01");
                page.locator("#au").fill("2026-02-01");
                Visit.press(page.locator("form[action='/documents/papiers/releve.pdf'] .btn"));
                assertThat(page.locator(".mistakes")).containsText("Le dernier jour est avant le premier");
                assertThat(page.locator("#du")).hasValue("2026-03-01");
                if (visitor.javaScript()) {
                    Axe.check(page);
                    visit.picture("paper-statement-form");
                }
            }
        }
    }

    @Test
    void where_there_is_no_quittance_the_page_leads_to_the_receipt() {
        try (Visit visit = Browser.visit(Visitor.PHONE.speaking("en-GB"))) {
            AtHome.signIn(visit.context(), port, program, Cast.FATOUMATA_DIALLO);
            Page page = visit.page();
            page.navigate("http://localhost:" + port + "/compte");
            Axe.check(page);
            visit.picture("paper-account");
            String receipt = page.locator("a[href*='/documents/papiers/recu-']").getAttribute("href");
            page.navigate("http://localhost:" + port + receipt.replace("recu-", "quittance-"));
            assertThat(page.locator("h1")).hasText("This paper cannot be made yet");
            assertThat(page.locator("main")).containsText("is still to pay");
            assertThat(page.locator("a.btn")).hasAttribute("href", receipt);
            Axe.check(page);
            visit.picture("paper-refused");
        }
    }
}
