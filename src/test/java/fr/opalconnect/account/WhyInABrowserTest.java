package fr.opalconnect.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.Wire;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// From the amount on Accueil to a question about one line, with a script and without.
@WholeApplication
class WhyInABrowserTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
    }

    @Test
    void from_the_amount_to_a_question_about_a_line() {
        for (Visitor visitor : List.of(Visitor.PHONE, Visitor.PHONE.withoutJavaScript())) {
            try (Visit visit = Browser.visit(visitor)) {
                AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
                Page page = visit.page();
                page.navigate("http://localhost:" + port + "/accueil");
                Visit.press(page.locator(".balance a[href='/compte/pourquoi']"));
                assertThat(page.locator("h1")).containsText("Pourquoi 412,37");
                Visit.press(page.locator("table.why a.ask").nth(2));
                assertThat(page.locator("blockquote")).containsText("Chauffage (provision)");
                if (visitor.javaScript()) {
                    Axe.check(page);
                    visit.picture("why-question");
                }
                page.locator("#message").fill("Pourquoi 48 euros ?");
                Visit.press(page.locator("form.composer .btn").last());
                assertThat(page.locator("main")).containsText("« Chauffage (provision)");
                assertThat(visit.complaints()).isEmpty();
            }
        }
    }

    @Test
    void a_first_visit_costs_at_most_thirty_kilobytes_and_five_requests() {
        for (String path : List.of("/compte/pourquoi", "/compte/charges")) {
            try (Visit visit = Browser.visit(Visitor.PHONE.inANewBrowser())) {
                AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
                Wire wire = Wire.of(visit, "http://localhost:" + port + path);
                assertThat(wire.requests()).hasSizeLessThanOrEqualTo(5);
                assertThat(wire.bytes()).as(path).isBetween(5_000L, 30_000L);
            }
        }
    }

    @Test
    void every_page_is_readable_for_everyone_in_both_languages() {
        try (Visit visit = Browser.visit();
                Visit english = Browser.visit(Visitor.PHONE.speaking("en-GB"))) {
            AtHome.signIn(visit.context(), port, program, Cast.FATOUMATA_DIALLO);
            visit.page().navigate("http://localhost:" + port + "/compte/pourquoi");
            visit.page().locator("details.more summary").first().click();
            Axe.check(visit.page());
            visit.picture("why-late");
            AtHome.signIn(english.context(), port, program, Cast.NADIA_BENALI);
            english.page().navigate("http://localhost:" + port + "/compte/pourquoi");
            assertThat(english.page().locator("h1")).hasText("Why €412.37?");
            english.page().locator("details.more summary").last().click();
            Axe.check(english.page());
            english.picture("why-english");
            visit.page().navigate("http://localhost:" + port + "/compte/charges");
            Axe.check(visit.page());
            visit.picture("charges-no-statement");
            Visit.press(english.page().locator("a[href='/compte']").first());
            Visit.press(english.page().locator("a[href='/compte/charges']"));
            assertThat(english.page().locator("[data-balance]")).containsText("€53.60");
            Axe.check(english.page());
            english.picture("charges-english");
            assertThat(visit.complaints()).isEmpty();
            assertThat(english.complaints()).isEmpty();
        }
    }
}
