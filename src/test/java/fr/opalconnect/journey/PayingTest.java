package fr.opalconnect.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/// From what is owed to the receipt, by card, as people see it.
@WholeApplication
class PayingTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        Emptied.by(jdbc, "DELETE FROM account.coming_payment");
        jdbc.sql("UPDATE payment.payment SET state = 'ABANDONED', next_ask_at = NULL WHERE state = 'SENT'")
                .update();
    }

    @Test
    void all_that_is_owed_is_paid_by_card_and_no_page_has_a_barrier() {
        try (Visit visit = Browser.visit(Visitor.PHONE)) {
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            Page page = open(visit, "/accueil");
            Visit.press(page.getByText("Payer 412,37 €"));
            look(visit, "pay");
            page.locator("#autre").fill("150,50");
            assertThat(page.locator("[value=autre]")).isChecked();
            assertThat(page.locator("[data-pay-button]")).hasText("Payer");
            page.locator("[value=tout]").check();
            assertThat(page.locator("[data-pay-button]")).hasText("Payer 412,37 € par carte");
            Visit.press(page.locator("[data-pay-button]"));
            assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/demo/banque/.*"));
            look(visit, "pay-bank");
            Visit.press(page.locator("button[value=ACCEPT]"));
            // The bank's word comes by itself: nobody reloads.
            assertThat(page.locator("h1")).hasText("C’est payé");
            assertThat(page).hasTitle(java.util.regex.Pattern.compile("C’est payé – .*"));
            look(visit, "pay-receipt");
            open(visit, "/payer");
            look(visit, "pay-again");
            open(visit, "/paiements");
            look(visit, "pay-history");
            open(visit, "/accueil");
            assertThat(page.locator(".balance")).containsText("Votre paiement est en route");
            look(visit, "pay-home");
        }
    }

    @Test
    void without_javascript_and_in_english_a_mistake_a_refusal_and_a_receipt() {
        try (Visit visit = Browser.visit(Visitor.PHONE.withoutJavaScript().speaking("en-GB"))) {
            AtHome.signIn(visit.context(), port, program, Cast.SAMUEL_ROCHE);
            Page page = open(visit, "/payer");
            page.locator("[value=autre]").check();
            page.locator("#autre").fill("twenty");
            Visit.press(button(page));
            assertThat(page.locator(".mistakes")).containsText("“twenty” is not an amount in euros");
            assertThat(page.locator("#autre")).hasValue("twenty");
            visit.picture("pay-mistake");
            page.locator("#autre").fill("20");
            Visit.press(button(page));
            Visit.press(page.locator("button[value=REFUSE]"));
            untilThere(page, "The bank refused");
            Visit.press(page.getByText("Pay again"));
            page.locator("[value=autre]").check();
            page.locator("#autre").fill("20");
            Visit.press(button(page));
            Visit.press(page.locator("button[value=ACCEPT]"));
            untilThere(page, "Paid");
            assertThat(page.locator(".receipt")).containsText("€20.00");
            visit.picture("pay-receipt-english");
        }
    }

    /// Looks again, as one does without a script, until the bank has told.
    private static void untilThere(Page page, String title) {
        for (int looks = 0; looks < 20 && !page.locator("h1").textContent().equals(title); looks++) {
            page.waitForTimeout(150);
            page.reload();
        }
        assertThat(page.locator("h1")).hasText(title);
    }

    private static Locator button(Page page) {
        return page.locator("[data-pay-button]");
    }

    private Page open(Visit visit, String path) {
        visit.page().navigate("http://localhost:" + port + path);
        return visit.page();
    }

    private static void look(Visit visit, String name) {
        Axe.check(visit.page());
        visit.picture(name);
        assertThat(visit.complaints()).isEqualTo(List.of());
    }
}
