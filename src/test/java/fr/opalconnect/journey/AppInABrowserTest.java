package fr.opalconnect.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The app in a real browser, with its worker.
@WholeApplication
class AppInABrowserTest {
    @LocalServerPort
    private int port;

    @Test
    void chromium_takes_it_for_an_app_that_can_be_installed() {
        try (Visit visit = Browser.visit(Visitor.PHONE.withTheApp())) {
            open(visit, "/");
            CDPSession session = visit.context().newCDPSession(visit.page());
            JsonObject manifest = session.send("Page.getAppManifest");
            JsonObject errors = session.send("Page.getInstallabilityErrors");
            assertThat(manifest.getAsJsonArray("errors")).isEqualTo(new JsonArray());
            assertThat(errors.getAsJsonArray("installabilityErrors")).isEqualTo(new JsonArray());
        }
    }

    @Test
    void without_a_network_a_page_says_so_and_whom_to_call_and_goes_away_by_itself() {
        try (Visit visit = Browser.visit(Visitor.PHONE.withTheApp())) {
            open(visit, "/");
            visit.context().setOffline(true);
            visit.page().navigate(address("/aide"));
            assertThat(visit.page().locator("h1")).hasText("Pas de connexion");
            assertThat(visit.page().locator("main a[href='tel:0323236200']")).isVisible();
            assertThat(visit.page().locator("html")).hasAttribute("lang", "fr");
            visit.picture("offline");
            Axe.check(visit.page());
            visit.context().setOffline(false);
            assertThat(visit.page().locator("h1")).hasText("Aide");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void the_page_for_no_network_speaks_the_language_that_was_chosen() {
        try (Visit visit = Browser.visit(Visitor.PHONE.withTheApp())) {
            open(visit, "/");
            visit.page().locator("footer").getByText("English").click();
            assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
            await(visit.page(), "caches.match('/hors-ligne').then(page => page?.url.endsWith('=en'))");
            visit.context().setOffline(true);
            visit.page().navigate(address("/aide"));
            assertThat(visit.page().locator("h1")).hasText("No connection");
        }
    }

    /// Opens a page and waits until the worker has the site.
    private void open(Visit visit, String path) {
        Page page = visit.page();
        page.navigate(address(path));
        page.waitForFunction("() => navigator.serviceWorker.controller");
    }

    /// Asks until it is so.
    private static void await(Page page, String promise) {
        page.evaluate("new Promise(done => { const ask = async () => (" + "await " + promise
                + ") ? done() : setTimeout(ask, 100); ask(); })");
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
