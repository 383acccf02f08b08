package fr.opalconnect.payment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.payment.SandboxBank.Act;
import fr.opalconnect.payment.provider.Finding;
import fr.opalconnect.payment.provider.Outcome;
import fr.opalconnect.payment.provider.Sandbox;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The desk's payments and the sandbox bank's page, as they are looked at.
@WholeApplication
class DeskPaymentsInABrowserTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private SandboxBank bank;

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
    }

    @Test
    void the_finance_person_finds_a_second_charge_and_works_the_refund_through() {
        Payment paid = begin(412_37);
        bank.act(String.valueOf(paid.providerReference()), Act.ACCEPT);
        await().atMost(Duration.ofSeconds(10)).until(() -> verdicts(paid).contains("MOVED"));
        Finding second = new Finding(
                Outcome.PAID, paid.reference(), "second", paid.amount(), "EUR", true, true, "PAID", Instant.now());
        sandbox.tell(URI.create(url("/paiement/avis/sandbox")), second);
        await().atMost(Duration.ofSeconds(10)).until(() -> verdicts(paid).contains("SECOND_CHARGE"));

        try (Visit desk = Browser.visit(Visitor.DESKTOP)) {
            AtTheDesk.seat(desk.context(), port, program, CastStaff.ANNE_CARON);
            Page page = desk.page();
            page.navigate(url("/bureau"));
            Visit.press(page.locator(".desk-places a[href='/bureau/paiements']"));
            assertThat(page.locator("table")).containsText(paid.reference());
            Axe.check(page);

            Visit.press(page.locator("main a[href='/bureau/paiements/messages']"));
            assertThat(page.locator("table")).containsText("Pris deux fois");
            Axe.check(page);

            Visit.press(page.locator("table a", new Page.LocatorOptions().setHasText(paid.reference()))
                    .first());
            Axe.check(page);
            Visit.press(page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Préparer le remboursement de 412,37")));

            assertThat(page.locator("h1")).hasText("Remboursements");
            Axe.check(page);
            Visit.press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("C’est remboursé"))
                    .first());
            assertThat(page.locator(".mistakes")).containsText("Écrivez le numéro du remboursement");
            Axe.check(page);
            page.locator("input[name=reference]").first().fill("RB-2211");
            Visit.press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("C’est remboursé"))
                    .first());
            assertThat(page.locator("table")).containsText("RB-2211");

            Visit.press(page.locator("main a[href='/bureau/paiements/rapprochement']"));
            assertThat(page.locator("h1")).containsText("Rapprochement");
            Axe.check(page);
            Visit.press(page.locator("main a[href='/bureau/paiements/ecritures']"));
            assertThat(page.locator("h1")).hasText("Écritures");
            Axe.check(page);
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"fr-FR, Paiement par carte, Payer 412", "en-GB, Card payment, Pay €412.37"})
    void the_banks_page_needs_no_script_and_has_no_barrier(String locale, String title, String button) {
        Payment payment = begin(412_37);
        String address = url("/demo/banque/" + payment.providerReference());
        try (Visit look = Browser.visit(Visitor.PHONE.speaking(locale))) {
            look.page().navigate(address);
            assertThat(look.page().locator("h1")).hasText(title);
            look.page().locator("details.more > summary").click();
            Axe.check(look.page());
            assertThat(look.complaints()).isEmpty();
        }
        try (Visit plain = Browser.visit(Visitor.PHONE.speaking(locale).withoutJavaScript())) {
            plain.page().navigate(address);
            Visit.press(plain.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
            plain.page().navigate(address);
            assertThat(plain.page().locator(".bank-state")).isVisible();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> verdicts(payment).contains("MOVED"));
    }

    private Payment begin(long cents) {
        return AtTheTill.begin(program, AtHome.as(program, Cast.NADIA_BENALI), cents, url(""));
    }

    private List<String> verdicts(Payment payment) {
        return jdbc.sql("SELECT verdict FROM payment.provider_message WHERE payment_id = ?")
                .param(payment.id())
                .query(String.class)
                .list();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
