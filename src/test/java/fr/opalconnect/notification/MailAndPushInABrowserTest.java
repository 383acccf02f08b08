package fr.opalconnect.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.notification.push.BrowserKeys;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.ui.Assets;
import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.Shell;
import fr.opalconnect.ui.TextBundles;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Letters as a mail program shows them, and the switch for messages on a phone. No push service is in reach of a
/// test: the browser's push manager is a stand-in that hands out real keys; all the rest is real.
@WholeApplication
class MailAndPushInABrowserTest {
    private static final String ENDPOINT = "https://fcm.googleapis.com/fcm/send/" + UUID.randomUUID();

    @Autowired
    private MailWriter writer;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private PushSubscriptions subscriptions;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void a_letter_can_be_read_by_everybody() {
        String html = writer.write(UUID.randomUUID(), "nadia@exemple.fr", Locale.FRENCH, MailWriterTest.NEWS)
                .html();
        try (Visit mailbox = Browser.visit()) {
            open(mailbox.page(), html);
            Axe.check(mailbox.page());
            assertThat(mailbox.complaints()).isEmpty();
            mailbox.picture("mail-390");
        }
        String mirrored = writer.write(
                        UUID.randomUUID(), "nadia@exemple.fr", Language.MIRRORED.locale(), MailWriterTest.NEWS)
                .html();
        try (Visit mailbox = Browser.visit()) {
            open(mailbox.page(), mirrored);
            assertThat(mailbox.page().locator("html")).hasAttribute("dir", "rtl");
            Axe.check(mailbox.page());
            mailbox.picture("mail-390-rtl");
        }
        try (Visit mailbox = Browser.visit(Visitor.TABLET.inTheDark())) {
            open(mailbox.page(), html);
            mailbox.picture("mail-820-dark");
        }
    }

    /// In place of one of the demonstration's, without the policy that keeps scripts out, axe's too.
    private void open(Page page, String html) {
        String address = url("/demo/courriels/1");
        page.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(html)));
        page.navigate(address);
    }

    @Test
    void the_demonstrations_mailbox_has_no_barriers() {
        SandboxMails mails = program.getBean(SandboxMails.class);
        mails.show(writer.write(UUID.randomUUID(), "nadia@exemple.fr", Locale.FRENCH, MailWriterTest.NEWS));
        try (Visit visit = Browser.visit()) {
            visit.page().navigate(url("/demo/courriels"));
            Axe.check(visit.page());
            visit.picture("mails-390");
            assertThat(visit.complaints()).isEmpty();
            Visit.press(visit.page().locator("main a[href^='/demo/courriels/']").first());
            assertThat(visit.page().locator("h1")).hasText(MailWriterTest.NEWS.title());
        }
    }

    @Test
    void messages_are_switched_on_by_a_tap_and_off_by_another() {
        try (Visit phone = at("default", "")) {
            Page page = phone.page();
            Locator button = page.locator("[data-push-switch]:visible");
            assertThat(state(page)).containsText("Cet appareil ne reçoit pas nos messages");
            assertThat(page.evaluate("window.asked")).isEqualTo(0);
            Axe.check(page);
            phone.picture("push-off");
            button.click();
            assertThat(state(page)).containsText("Cet appareil reçoit nos messages");
            assertThat(page.evaluate("window.asked")).isEqualTo(1);
            assertThat(page.evaluate("window.subscribedWith")).isEqualTo(65);
            assertThat(kept()).isTrue();
            Axe.check(page);
            button.click();
            assertThat(state(page)).containsText("Cet appareil ne reçoit pas nos messages");
            assertThat(kept()).isFalse();
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void who_is_blocked_reads_how_to_undo_it() {
        try (Visit phone = at("denied", "")) {
            assertThat(state(phone.page())).containsText("Cet appareil bloque nos messages");
            Axe.check(phone.page());
            phone.picture("push-denied");
        }
    }

    @Test
    void an_iphone_is_told_to_add_the_app_first_and_others_that_they_cannot() {
        String nothing = "delete window.PushManager;";
        String iPhone =
                "Object.defineProperty(navigator, 'userAgent', {value: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)'});";
        try (Visit phone = at("default", nothing + iPhone)) {
            assertThat(state(phone.page())).containsText("Sur iPhone et iPad, ajoutez d’abord");
            Axe.check(phone.page());
            phone.picture("push-iphone");
        }
        try (Visit phone = at("default", nothing)) {
            assertThat(state(phone.page())).containsText("Ce navigateur ne sait pas afficher de messages");
        }
    }

    private static Locator state(Page page) {
        return page.locator("[data-push-state]:visible");
    }

    /// Nadia's phone on a page that has the switch, under the policy of the real pages.
    private Visit at(String permission, String more) {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        Visit phone = Browser.visit(Visitor.PHONE.inANewBrowser());
        AtHome.signIn(phone.context(), port, program, Cast.NADIA_BENALI);
        Page page = phone.page();
        page.addInitScript(standIn(permission) + more);
        String policy = page.navigate(url("/profil")).headers().get("content-security-policy");
        String csrf = page.locator("[name=_csrf]").first().inputValue();
        String html = rendered(csrf);
        page.route(
                "**/profil/notifications",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setHeaders(Map.of("Content-Security-Policy", policy))
                        .setBody(html)));
        page.navigate(url("/profil/notifications"));
        return phone;
    }

    private String rendered(String csrf) {
        Assets assets = program.getBean(Assets.class);
        Shell shell = new Shell(
                program.getBean(TextBundles.class).in(Locale.FRENCH),
                program.getBean(Brand.class),
                assets,
                "/profil/notifications",
                csrf,
                null,
                null,
                null);
        StringOutput part = new StringOutput();
        PushSwitchView view = subscriptions.view(AtHome.as(program, Cast.NADIA_BENALI));
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, "fr.opalconnect")
                .render("notification/PushSwitch.jte", Map.of("shell", shell, "model", view), part);
        return "<!doctype html><html lang=fr><head><title>Essai</title><meta name=viewport content='width=device-width'>"
                + "<link rel=stylesheet href='" + assets.url("opal.css") + "'></head><body><main><h1>Essai</h1>" + part
                + "</main></body></html>";
    }

    /// Instead of a push service and a service worker.
    private static String standIn(String permission) {
        BrowserKeys keys = BrowserKeys.fresh();
        return """
                window.asked = 0;
                window.PushManager = class {};
                window.Notification = class {
                  static permission = '%s';
                  static async requestPermission() { window.asked++; return (Notification.permission = 'granted'); }
                };
                {
                  let kept = null;
                  const pushManager = {
                    getSubscription: async () => kept,
                    subscribe: async ({ applicationServerKey, userVisibleOnly }) => {
                      if (!userVisibleOnly) throw new Error('must be seen');
                      window.subscribedWith = applicationServerKey.length;
                      return (kept = {
                        endpoint: '%s',
                        options: { applicationServerKey: applicationServerKey.buffer },
                        toJSON: () => ({ endpoint: '%s', keys: { p256dh: '%s', auth: '%s' } }),
                        unsubscribe: async () => { kept = null; },
                      });
                    },
                  };
                  const worker = { pushManager, addEventListener: () => {}, update: async () => {} };
                  Object.defineProperty(navigator, 'serviceWorker', { value: {
                    ready: Promise.resolve(worker), controller: null, addEventListener: () => {},
                    getRegistration: async () => worker, register: async () => worker,
                    getRegistrations: async () => [worker],
                  } });
                }
                """.formatted(permission, ENDPOINT, ENDPOINT, keys.p256dh(), keys.auth());
    }

    private boolean kept() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM notification.push_subscription WHERE endpoint = :endpoint)")
                .param("endpoint", ENDPOINT)
                .query(Boolean.class)
                .single();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
