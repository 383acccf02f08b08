package fr.opalconnect.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The app in a real browser, with its worker.
@WholeApplication
class AppInABrowserTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

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
            visit.inAHurry();
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
    void opened_on_purpose_with_a_network_the_page_for_none_stays_and_says_so() {
        try (Visit visit = Browser.visit(Visitor.PHONE.inANewBrowser())) {
            Page page = visit.page();
            page.addInitScript("const real = setInterval; window.setInterval = (act, time) => real(act, time / 50)");
            page.navigate(address("/hors-ligne"));
            page.evaluate("window.stayed = true");
            assertThat(page.locator("h1")).hasText("Vous êtes en ligne");
            assertThat(page).hasTitle(Pattern.compile("Vous êtes en ligne – .*"));
            assertThat(page.getByText("Tout va bien")).isVisible();
            assertThat(page.locator("[data-outcome=offline], [data-again]").locator("visible=true"))
                    .hasCount(0);
            Axe.check(page);
            visit.picture("offline-on-purpose");
            assertThat(page.evaluate("window.stayed")).isEqualTo(true);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void the_page_for_no_network_speaks_the_language_that_was_chosen() {
        try (Visit visit = Browser.visit(Visitor.PHONE.withTheApp())) {
            open(visit, "/");
            visit.context().addCookies(List.of(new Cookie("langue", "en").setUrl(address("/"))));
            open(visit, "/");
            assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
            await(visit.page(), "caches.match('/hors-ligne').then(page => page?.url.endsWith('=en'))");
            visit.context().setOffline(true);
            visit.page().navigate(address("/aide"));
            assertThat(visit.page().locator("h1")).hasText("No connection");
        }
    }

    @Test
    void accueil_offers_the_installation_once_to_who_comes_back_where_the_browser_can() {
        DemoLandlord.bringInto(imports);
        try (Visit visit = Browser.visit(Visitor.PHONE.withTheApp())) {
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            visit.page()
                    .addInitScript("addEventListener('load', () => dispatchEvent(new Event('beforeinstallprompt')))");
            open(visit, "/accueil");
            assertThat(visit.page().locator("[data-install]")).isHidden(); // the first visit is for something else
            Page later = visit.context().newPage();
            later.addInitScript("addEventListener('load', () => dispatchEvent(new Event('beforeinstallprompt')))");
            later.navigate(address("/accueil"));
            later.evaluate("import(document.querySelector('script[data-app]').dataset.app)");
            assertThat(later.locator("[data-install]")).isVisible();
            later.locator("[data-install-no]").click();
            assertThat(later.locator("[data-install]")).isHidden();
            later.navigate(address("/mon-application"));
            later.evaluate("import(document.querySelector('script[data-app]').dataset.app)");
            assertThat(later.locator("[data-install-now]")).isVisible();
        }
    }

    @Test
    void the_film_plays() {
        try (Visit visit = Browser.visit()) {
            visit.page().navigate(address("/mon-application"));
            visit.page().evaluate("document.querySelector('video').play()");
            visit.page()
                    .waitForFunction("() => document.querySelector('video').currentTime > 0"
                            + " && document.querySelector('video').textTracks[0].cues?.length > 5");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void an_update_breaks_no_page_that_is_open_and_comes_when_none_is() throws IOException {
        try (NextRelease site = new NextRelease(port);
                Visit visit = Browser.visit(Visitor.PHONE.withTheApp())) {
            String address = "http://localhost:" + site.port();
            Page page = visit.page();
            page.navigate(address + "/aide");
            visit.withItsWorker();
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
        visit.page().navigate(address(path));
        visit.withItsWorker();
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
