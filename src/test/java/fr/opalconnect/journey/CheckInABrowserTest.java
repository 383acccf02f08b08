package fr.opalconnect.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.app.CheckCodes;
import fr.opalconnect.sample.CastStaff;
import fr.opalconnect.ui.Assets;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// 'L'application ne marche pas': what the device finds, what it says to do, and what the agency reads in the code.
@WholeApplication
class CheckInABrowserTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Assets assets;

    @Test
    void the_desk_reads_every_code_that_a_browser_writes() throws IOException {
        List<CheckCodes.Case> cases = CheckCodes.all();
        try (Visit visit = Browser.visit()) {
            visit.page().navigate(address("/aide"));
            String all = cases.stream().map(CheckCodes.Case::script).collect(Collectors.joining(","));
            List<?> codes = (List<?>) visit.page()
                    .evaluate(
                            "check => import(check).then(({ encode }) => [" + all + "].map(encode))",
                            assets.url("check.js"));
            for (int i = 0; i < cases.size(); i++) {
                CheckCodes.Case one = cases.get(i);
                String code = (String) codes.get(i);
                assertThat(one.isReadFrom(code)).as(one + " as " + code).isTrue();
                assertThat(one.code()).isIn("", code);
            }
        }
    }

    /// It has to run in those that are too old, to tell them so.
    @Test
    void the_script_holds_nothing_that_old_browsers_cannot_read() {
        assertThat(new HttpBrowser(port).get(assets.url("check.js")).body().replaceAll("(?m)^//.*", ""))
                .doesNotContain("?.", "??", "catch {", "||=", "&&=");
    }

    @Test
    void the_check_says_what_is_wrong_in_its_order_and_gives_a_code_that_says_the_same() {
        try (Visit visit = Browser.visit(Visitor.PHONE.inANewBrowser())) {
            Page page = visit.page();
            page.navigate(address("/aide"));
            assertThat(check(visit, "good")).contains("La dernière", "répondait vite", "tout allait bien");
            assertThat(steps(page)).isEqualTo("good good good good");
            assertThat(page.locator("[data-spelt]")).containsText("comme");

            page.evaluate("performance.now = (n => () => n += 2000)(0)");
            assertThat(check(visit, "slow")).contains("lentement (plus d’une seconde et demie)");
            assertThat(page.locator("[data-step=speed]")).containsText("(2,0 s)");
            page.evaluate("performance.now = (n => () => n += 5000)(0)");
            assertThat(check(visit, "crawling")).contains("très lentement");

            page.evaluate("Object.defineProperty(navigator, 'cookieEnabled', { value: false })");
            assertThat(check(visit, "refused")).contains("navigation privée");

            page.route("**/aide/ping", route -> route.fulfill(new FulfillOptions().setStatus(200)));
            assertThat(check(visit, "trouble")).contains("autre chose que le site a répondu", "Pas vérifiée");
            page.unroute("**/aide/ping");
            page.route("**/aide/ping", route -> route.abort());
            assertThat(check(visit, "silent")).contains("le site ne répondait pas");
            visit.context().setOffline(true);
            assertThat(check(visit, "offline")).contains("n’était pas en ligne");
            assertThat(steps(page)).isEqualTo("bad not not not");
            assertThat(page.getByText("Tout va bien")).isHidden();
            assertThat(page.locator("#connexion-internet a[href='tel:0323236200']"))
                    .isVisible();
        }
    }

    @Test
    void in_arabic_the_signs_are_read_with_its_own_commas() {
        try (Visit visit = Browser.visit(Visitor.PHONE.speaking("ar-DZ"))) {
            visit.page().navigate(address("/aide"));
            visit.page().locator("[data-check-go]").click();
            assertThat(visit.page().locator("[data-spelt]")).containsText("، ");
            assertThat(visit.page().locator("[data-spelt]").innerText()).doesNotContain(",");
        }
    }

    @Test
    void a_browser_that_is_too_old_or_inside_another_app_is_told() {
        try (Visit visit = Browser.visit(Visitor.PHONE.inANewBrowser())) {
            Page page = visit.page();
            page.addInitScript(
                    "delete window.CSSLayerBlockRule; Object.defineProperty(navigator, 'userAgent',"
                            + " { value: 'Mozilla/5.0 (iPhone; CPU iPhone OS 15_0) AppleWebKit/605 Mobile/15E148 [FBAN/FBIOS]' })");
            page.navigate(address("/aide"));
            assertThat(check(visit, "browser")).contains("Trop ancien", "iPhone, dans une autre", "Ouvrir dans Safari");
            assertThat(page.locator("#connexion-internet [data-outcome=inside]"))
                    .isVisible();
            assertThat(steps(page)).isEqualTo("good good good browser");
        }
    }

    @Test
    void an_old_version_is_named_and_renewed_with_one_press() throws IOException {
        try (NextRelease site = new NextRelease(port);
                Visit visit = Browser.visit(Visitor.PHONE.withTheApp())) {
            Page page = visit.page();
            page.navigate("http://localhost:" + site.port() + "/aide");
            visit.withItsWorker();
            Page other = visit.context().newPage(); // keeps the old worker at work
            other.navigate("http://localhost:" + site.port() + "/aide");
            String file = (String) other.evaluate("document.querySelector('script[data-kept]').dataset.kept");
            site.release();
            assertThat(check(visit, "old")).contains("Ancienne, là depuis moins d’une semaine", "Prendre la nouvelle");
            visit.picture("check-old");
            page.reload();
            assertThat(check(visit, "old"))
                    .as("a new page before an old worker")
                    .contains("Ancienne");
            page.locator("[data-renew]").click();
            assertThat(page.locator("[data-findings]")) // the page comes anew, after all that the new worker keeps
                    .isHidden(new IsHiddenOptions().setTimeout(15_000));
            assertThat(check(visit, "good")).contains("La dernière", "Fonctionne");
            other.evaluate("file => import(file)", file); // what was open has its files still
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void without_a_network_the_code_is_there_by_itself() {
        try (Visit visit = Browser.visit(Visitor.PHONE.withTheApp())) {
            Page page = visit.page();
            page.navigate(address("/"));
            visit.withItsWorker();
            visit.context().setOffline(true);
            page.addInitScript("Object.defineProperty(navigator, 'onLine', { value: false })"); // as a phone says
            page.navigate(address("/aide"));
            assertThat(page.locator("[data-check-code]")).isVisible();
            assertThat(steps(page)).isEqualTo("bad not not not");
            assertThat(read(page)).contains("n’était pas en ligne", "Fonctionne");
            Axe.check(page);
            visit.picture("check-offline");
        }
    }

    @Test
    void without_the_script_the_page_says_what_to_do_and_whom_to_call() {
        try (Visit visit = Browser.visit(Visitor.PHONE.withoutJavaScript())) {
            visit.page().navigate(address("/aide"));
            assertThat(visit.page().locator("#connexion-internet .numbered li")).hasCount(5);
            assertThat(visit.page().locator("#connexion-internet a[href='tel:0323236200']"))
                    .isVisible();
            assertThat(visit.page().locator("[data-check]")).isHidden();
            assertThat(visit.page().locator("[data-check-code]")).isHidden();
        }
    }

    @Test
    void at_the_desk_a_code_is_read_wherever_it_is_typed_and_a_wrong_one_is_said_to_be_wrong() {
        try (Visit desk = Browser.visit(Visitor.DESKTOP)) {
            AtTheDesk.seat(desk.context(), port, program, CastStaff.CLAIRE_LEMOINE);
            Page page = desk.page();
            page.navigate(address("/bureau/recherche"));
            page.locator("main a[href='/bureau/verification']").click();
            page.locator("#code").fill("djr i9h");
            page.keyboard().press("Enter");
            assertThat(page.locator(".found")).containsText("Code TJR 19H");
            assertThat(page.locator(".found li").nth(1)).containsText("Le réseau est faible");
            Axe.check(page);
            desk.picture("check-desk");
            page.locator("#code").fill("TJR 19M");
            page.keyboard().press("Enter");
            assertThat(page.locator("main")).containsText("un signe a été mal lu ou mal entendu");
            Axe.check(page);
            page.navigate(address("/bureau/recherche"));
            page.locator("#q").fill("tjr19h");
            assertThat(page.locator("#hits .found")).containsText("Code TJR 19H");
            Axe.check(page);
            desk.picture("check-search");
            page.locator("#q").fill("tjr19m");
            assertThat(page.locator("#hits")).containsText("un signe a été mal lu");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    /// Makes the check, looks whether it ends so, and returns what the agency reads in its code.
    private String check(Visit visit, String outcome) {
        Page page = visit.page();
        page.locator("[data-check-go]").click();
        assertThat(page.locator("[data-check-wait]")).isHidden();
        assertThat(page.locator("[data-outcome=" + outcome.replace("crawling", "slow") + "]"))
                .isVisible();
        Axe.check(page);
        visit.picture("check-" + outcome);
        return read(page);
    }

    private String read(Page page) {
        HttpBrowser desk = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.CLAIRE_LEMOINE);
        desk.get("/bureau/verification");
        return desk.post("/bureau/verification", "code", page.locator(".signs").innerText())
                .text();
    }

    private static String steps(Page page) {
        return (String) page.evaluate("[...document.querySelectorAll('[data-is]:not([hidden])')]"
                + ".map(step => step.dataset.is).join(' ')");
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
