package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.notification.push.BrowserKeys;
import fr.opalconnect.notification.push.PushService;
import fr.opalconnect.sample.Cast;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// A message on its whole way: told, encrypted, taken by a push service, given to the app's worker by the browser,
/// shown, and pressed. Only the service in the middle is the test's own: the browser's is out of reach.
@WholeApplication
class PushShownTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Test
    void what_a_tenant_is_told_is_shown_on_the_phone_and_a_press_opens_its_page() throws Exception {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        new Telling(program).clear();
        program.getBean(Readers.class).join(Cast.NADIA_BENALI.tenant());
        String words = told();
        try (com.microsoft.playwright.Browser chromium = Browser.whole();
                BrowserContext phone =
                        chromium.newContext(new NewContextOptions().setPermissions(List.of("notifications")))) {
            AtHome.signIn(phone, port, program, Cast.NADIA_BENALI);
            Page page = phone.newPage();
            page.navigate(site() + "/accueil");
            CDPSession devices = phone.newCDPSession(page);
            devices.send("ServiceWorker.deliverPushMessage", message(registration(page, devices), words));
            await().until(() -> !shown(page).isEmpty());
            assertThat(shown(page))
                    .isEqualTo("OPAL Connect’|Votre paiement du 1er décembre est bien arrivé.|/paiements");
            press(chromium.newBrowserCDPSession());
            page.waitForURL(site() + "/paiements");
            await().until(() -> shown(page).isEmpty());
        }
    }

    /// What the browser's keys make of what the program sent.
    private String told() throws Exception {
        String path = "/" + UUID.randomUUID();
        BrowserKeys keys = BrowserKeys.fresh();
        AtHome.signedIn(program, port, Cast.NADIA_BENALI)
                .post(
                        "/notifications/appareils",
                        "adresse",
                        PushService.OF_ALL.origin() + path,
                        "p256dh",
                        keys.p256dh(),
                        "auth",
                        keys.auth());
        program.getBean(Notifications.class)
                .tell(
                        Cast.NADIA_BENALI.tenant(),
                        Kind.PAYMENT_RECEIVED,
                        Facts.of(path, "/paiements").with(Money.ofCents(25090)).with(LocalDate.of(2026, 12, 1)));
        PushService.Message message = await().until(
                        () -> PushService.OF_ALL.messages.stream()
                                .filter(one -> one.path().equals(path))
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
        return keys.read(message.body());
    }

    private static String registration(Page page, CDPSession devices) {
        AtomicReference<String> registration = new AtomicReference<>();
        devices.on(
                "ServiceWorker.workerRegistrationUpdated",
                event -> event.getAsJsonArray("registrations")
                        .forEach(one -> registration.set(
                                one.getAsJsonObject().get("registrationId").getAsString())));
        // One that is only about to work may miss what is pushed to it.
        page.evaluate("""
                navigator.serviceWorker.ready.then(({active}) => active.state === 'activated'
                    || new Promise(done => active.addEventListener('statechange', () => done())))""");
        devices.send("ServiceWorker.enable");
        return await().until(
                        () -> {
                            page.waitForTimeout(20); // the driver hears of events while it waits
                            return registration.get();
                        },
                        Objects::nonNull);
    }

    private JsonObject message(String registration, String words) {
        return json(Map.of("origin", site(), "registrationId", registration, "data", words));
    }

    private static String shown(Page page) {
        return (String) page.evaluate("""
                navigator.serviceWorker.ready.then(worker => worker.getNotifications())
                  .then(all => all.map(one => [one.title, one.body, one.data].join('|')).join('\\n'))""");
    }

    /// No driver can press what a system shows: the worker is told of it as the browser would.
    private static void press(CDPSession browser) {
        String worker = browser.send("Target.getTargets").getAsJsonArray("targetInfos").asList().stream()
                .map(one -> one.getAsJsonObject())
                .filter(one -> one.get("type").getAsString().equals("service_worker"))
                .map(one -> one.get("targetId").getAsString())
                .findFirst()
                .orElseThrow();
        String session = browser.send("Target.attachToTarget", json(Map.of("targetId", worker)))
                .get("sessionId")
                .getAsString();
        JsonObject call = json(Map.of("method", "Runtime.evaluate"));
        call.addProperty("id", 1);
        call.add("params", json(Map.of("expression", """
                registration.getNotifications().then(([notification]) =>
                  dispatchEvent(new NotificationEvent('notificationclick', {notification})))""")));
        browser.send("Target.sendMessageToTarget", json(Map.of("sessionId", session, "message", call.toString())));
    }

    private static JsonObject json(Map<String, String> fields) {
        JsonObject json = new JsonObject();
        fields.forEach(json::addProperty);
        return json;
    }

    private String site() {
        return "http://localhost:" + port;
    }
}
