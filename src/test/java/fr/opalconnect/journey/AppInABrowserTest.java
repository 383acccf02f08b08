package fr.opalconnect.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import java.io.IOException;
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

    @Test
    void an_update_breaks_no_page_that_is_open_and_comes_when_none_is() throws IOException {
        try (NextRelease site = new NextRelease(port);
                Visit visit = Browser.visit(Visitor.PHONE.withTheApp())) {
            String address = "http://localhost:" + site.port();
            Page page = visit.page();
            page.navigate(address + "/aide");
            page.waitForFunction("() => navigator.serviceWorker.controller");
            String file = (String) page.evaluate("document.querySelector('script[data-kept]').dataset.kept");
            site.release();
            page.evaluate("navigator.serviceWorker.getRegistration().then(worker => worker.update())");
            await(page, "navigator.serviceWorker.getRegistration().then(worker => worker.waiting)");
            assertThat(new HttpBrowser(site.port()).get(file).status()).isEqualTo(404);
            assertThat(page.evaluate("file => fetch(file, { cache: 'no-store' }).then(answer => answer.status)", file))
                    .isEqualTo(200);
            page.evaluate("file => import(file)", file); // what a page loads late
            page.navigate(address + "/accessibilite"); // of the new release, under the old worker
            assertThat(page.locator("script[data-kept]")).not().hasAttribute("data-kept", file);
            assertThat((Boolean) page.evaluate("document.styleSheets[0].cssRules.length > 0"))
                    .isTrue();
            page.close();
            Page later = visit.context().newPage();
            later.navigate(address + "/aide");
            await(later, "caches.keys().then(names => names.length === 1)");
            assertThat(later.evaluate("file => fetch(file, { cache: 'no-store' }).then(answer => answer.status)", file))
                    .isEqualTo(404);
            assertThat(visit.complaints()).isEmpty();
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
