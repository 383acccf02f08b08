package fr.opalconnect.transfer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The way of a transfer, in a browser: a tenant copies the details, the office reads what the bank says.
@WholeApplication
class TransferInABrowserTest {
    private static final Reference NADIAS = Reference.of(new LeaseNumber("B0048213-1"));

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        Emptied.by(
                program.getBean(JdbcClient.class),
                "TRUNCATE transfer.file, transfer.statement, transfer.line, transfer.match, transfer.step");
    }

    @Test
    void a_tenant_copies_the_details_with_a_press_and_shares_them() {
        try (Visit visit = Browser.visit(Visitor.PHONE.inANewBrowser())) {
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            visit.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            visit.context()
                    .addInitScript(
                            "navigator.share = (what) => { window.shared = what.text; return Promise.resolve(); };");
            Page page = visit.page();
            page.navigate(url("/payer/virement?montant=39612"));
            assertThat(page.locator(".lead")).containsText("396,12 €");
            assertThat(page.locator("#iban")).hasText("FR76 9999 9021 0000 0423 6002 377");
            assertThat(page.locator("#reference")).hasText(NADIAS.grouped());
            Locator copy = page.locator("#reference + button");
            copy.click();
            assertThat(copy).containsText("Copié");
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(NADIAS.value());
            page.locator("#montant + button").click();
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("396,12");
            page.locator("[data-share]").click();
            assertThat(((String) page.evaluate("window.shared")).replace('\u00a0', ' '))
                    .contains(NADIAS.grouped(), "FR76", "396,12 €");
            assertThat(page.locator("svg.qr path")).hasCount(1);
            page.locator("main details").first().click();
            assertThat(page.locator("main details").first()).containsText("Ne refaites pas le virement");
            Axe.check(page);
            visit.picture("transfer");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void without_a_script_and_in_english_all_of_it_is_there_to_be_selected() {
        try (Visit visit = Browser.visit(Visitor.PHONE.withoutJavaScript().speaking("en-GB"))) {
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            Page page = visit.page();
            page.navigate(url("/payer/virement"));
            assertThat(page.locator("h1")).hasText("Pay by bank transfer");
            assertThat(page.locator("#montant")).hasText("€412.37");
            assertThat(page.locator("#reference")).hasText(NADIAS.grouped());
            assertThat(page.locator("[data-copy]").first()).isHidden();
            assertThat(page.locator("[data-share]")).isHidden();
            assertThat(page.locator("svg.qr")).isVisible();
        }
    }

    @Test
    void the_first_visit_stays_within_its_weight() {
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        HttpBrowser.Answer page = nadia.with("Accept-Encoding", "gzip").get("/payer/virement");
        assertThat(page.length()).isLessThan(9_000);
    }

    @Test
    void the_office_reads_the_sample_and_decides_what_is_open() {
        try (Visit visit = Browser.visit(Visitor.DESKTOP)) {
            AtTheDesk.seat(visit.context(), port, program, CastStaff.ANNE_CARON);
            decide(visit, true);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void the_office_does_the_same_without_a_script() {
        try (Visit visit = Browser.visit(Visitor.DESKTOP.withoutJavaScript())) {
            AtTheDesk.seat(visit.context(), port, program, CastStaff.ANNE_CARON);
            decide(visit, false);
        }
    }

    private void decide(Visit visit, boolean look) {
        Page page = visit.page();
        page.navigate(url("/bureau/releves"));
        check(visit, look, "statements-none");
        byte[] sample = new HttpBrowser(port).get("/demo/releve.xml").response().body();
        page.locator("#releve").setInputFiles(new FilePayload("releve.xml", "text/xml", sample));
        Visit.press(page.locator("main form button.btn").first());
        assertThat(page.locator("[data-said]")).containsText("10 lignes nouvelles");
        check(visit, look, "statements");
        Visit.press(page.locator("tr", new Page.LocatorOptions().setHasText("DIALLO FATOUMATA"))
                .locator("a"));
        assertThat(page.locator("main")).containsText("Parce que : nom du titulaire");
        check(visit, look, "statement-line");
        page.locator("#q").fill("0048213");
        Visit.press(page.locator("form.find button").last());
        assertThat(page.locator("main .lines")).containsText("Benali Nadia");
        check(visit, look, "statement-search");
        Visit.press(page.locator("button[name=bail]").first());
        assertThat(page.locator("[data-said]")).containsText("Affecté");
        assertThat(page.locator("main")).containsText("Fatoumata Diallo");
        check(visit, look, "statement-matched");
        Visit.press(page.locator("main a[href='/bureau/releves']").last());
        Visit.press(page.locator("tr", new Page.LocatorOptions().setHasText("ASSOCIATION"))
                .locator("a"));
        page.locator("#motif").fill("Fête des voisins");
        Visit.press(page.locator("form[action$=ecarter] button"));
        assertThat(page.locator("[data-said]")).containsText("Mis de côté");
        page.navigate(url("/bureau/releves"));
        Visit.press(page.locator("#lus ~ .table-wrap a").first());
        assertThat(page.locator("h1")).containsText("Relevé du");
        check(visit, look, "statement");
    }

    private static void check(Visit visit, boolean look, String name) {
        if (look) {
            Axe.check(visit.page());
            visit.picture(name);
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
