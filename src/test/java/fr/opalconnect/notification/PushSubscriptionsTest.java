package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.push.BrowserKeys;
import fr.opalconnect.notification.push.PushGateway.Answer;
import fr.opalconnect.notification.push.PushGateway.Urgency;
import fr.opalconnect.notification.push.PushService;
import fr.opalconnect.notification.push.Subscription;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Secrets;
import fr.opalconnect.platform.UnusableSetting;
import fr.opalconnect.sample.Cast;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Browsers that are switched on, told, and dropped.
@WholeApplication
class PushSubscriptionsTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    PushTable table;

    @Autowired
    PushSubscriptions real;

    @Autowired
    Limits limits;

    @Autowired
    Secrets secrets;

    @Autowired
    InstantSource clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext program;

    @LocalServerPort
    int port;

    private final PushService service = new PushService();
    private final TenantNumber tenant = new TenantNumber(UUID.randomUUID().toString());
    private PushSubscriptions subscriptions;

    @BeforeEach
    void standAtTheGate() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        PushSettings settings = new PushSettings("mailto:contact@opal.example", List.of(service.origin()));
        subscriptions = new PushSubscriptions(table, new PushWay(settings, secrets, clock), limits, clock);
        Emptied.by(jdbc, "DELETE FROM platform.rate_limit WHERE limit_name = 'PUSH_SWITCHES_PER_TENANT'");
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void a_browser_that_is_on_reads_what_it_is_told() throws Exception {
        BrowserKeys browser = BrowserKeys.fresh();
        switchOn(UUID.randomUUID(), service.subscribe("/one", browser));
        PushDevice device = only();
        assertThat(device.device()).isEqualTo("Chrome|Android");
        assertThat(device.okAt()).isNull();
        assertThat(tell(device)).isInstanceOf(Answer.Taken.class);
        assertThat(browser.read(service.messages.getFirst().body())).isEqualTo("Bonjour");
        assertThat(only().okAt()).isNotNull();
    }

    @Test
    void a_browser_that_is_gone_is_dropped_and_one_that_is_busy_is_not() {
        switchOn(UUID.randomUUID(), service.subscribe("/one", BrowserKeys.fresh()));
        service.next(429, "30").next(410, "");
        assertThat(tell(only())).isEqualTo(new Answer.Unreachable("status 429", Duration.ofSeconds(30)));
        assertThat(tell(only())).isEqualTo(new Answer.Gone());
        assertThat(subscriptions.of(tenant)).isEmpty();
    }

    @Test
    void a_browser_belongs_to_whoever_switched_it_on_last() {
        Subscription shared = service.subscribe("/shared", BrowserKeys.fresh());
        switchOn(UUID.randomUUID(), shared);
        TenantNumber another = new TenantNumber(tenant.value() + "1");
        subscriptions.switchOn(who(another, UUID.randomUUID()), shared, "Chrome|Android", Locale.FRENCH);
        assertThat(subscriptions.of(tenant)).isEmpty();
        assertThat(subscriptions.of(another)).hasSize(1);
    }

    @Test
    void a_session_has_one_browser_and_a_tenant_ten() {
        UUID session = UUID.randomUUID();
        switchOn(session, service.subscribe("/old", BrowserKeys.fresh()));
        switchOn(session, service.subscribe("/new", BrowserKeys.fresh()));
        assertThat(only().to().endpoint()).hasPath("/new");
        for (int i = 0; i < 12; i++) {
            switchOn(UUID.randomUUID(), service.subscribe("/" + i, BrowserKeys.fresh()));
        }
        assertThat(subscriptions.of(tenant)).hasSize(10);
    }

    @Test
    void who_switches_on_and_off_for_fun_has_to_wait() {
        PushSubscriptions.Ending last = null;
        for (int i = 0; i <= 40; i++) {
            last = switchOn(UUID.randomUUID(), service.subscribe("/x", BrowserKeys.fresh()));
        }
        assertThat(last).isInstanceOf(PushSubscriptions.Ending.TooOften.class);
    }

    @Test
    void without_a_subject_nothing_is_offered_and_nothing_sent() {
        PushWay closed = new PushWay(new PushSettings("", List.of(service.origin())), secrets, clock);
        PushSubscriptions none = new PushSubscriptions(table, closed, limits, clock);
        SignedInTenant who = who(tenant, UUID.randomUUID());
        assertThat(none.view(who).offered()).isFalse();
        assertThat(none.switchOn(who, service.subscribe("/x", BrowserKeys.fresh()), "|", Locale.FRENCH))
                .isInstanceOf(PushSubscriptions.Ending.NotPossible.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new PushWay(new PushSettings("contact@opal.example", List.of()), secrets, clock))
                .isInstanceOf(UnusableSetting.class);
    }

    @Test
    void the_key_stays_the_same_from_start_to_start() {
        PushWay again = new PushWay(new PushSettings("https://opal.example", List.of()), secrets, clock);
        assertThat(again.publicKey())
                .isEqualTo(real.view(who(tenant, UUID.randomUUID())).key())
                .hasSize(87);
    }

    @Test
    void the_page_takes_browsers_of_known_push_services_only() {
        HttpBrowser phone = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        BrowserKeys keys = BrowserKeys.fresh();
        assertThat(post(phone, "https://fcm.googleapis.com/fcm/send/" + UUID.randomUUID(), keys))
                .isEqualTo(204);
        for (String endpoint : List.of("", "http://169.254.169.254/x", "https://evil.example/x", "not an address")) {
            assertThat(post(phone, endpoint, keys)).as(endpoint).isEqualTo(422);
        }
        assertThat(phone.post("/notifications/appareils/retirer").status()).isEqualTo(204);
    }

    @Test
    void a_session_that_ends_takes_its_browser_along() {
        String endpoint = "https://fcm.googleapis.com/fcm/send/" + UUID.randomUUID();
        HttpBrowser phone = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        HttpBrowser computer = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        assertThat(post(phone, endpoint, BrowserKeys.fresh())).isEqualTo(204);
        computer.get("/profil");
        computer.post("/deconnexion");
        assertThat(kept(endpoint)).isTrue();
        phone.get("/profil");
        phone.post("/deconnexion");
        assertThat(kept(endpoint)).isFalse();
    }

    @Test
    void a_session_that_is_ended_from_afar_takes_its_browser_along_too() {
        String endpoint = "https://fcm.googleapis.com/fcm/send/" + UUID.randomUUID();
        HttpBrowser phone = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        assertThat(post(phone, endpoint, BrowserKeys.fresh())).isEqualTo(204);
        HttpBrowser computer = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        computer.get("/profil/securite");
        computer.post("/profil/securite/sessions/fin");
        assertThat(kept(endpoint)).isFalse();
    }

    private static int post(HttpBrowser browser, String endpoint, BrowserKeys keys) {
        return browser.post(
                        "/notifications/appareils", "adresse", endpoint, "p256dh", keys.p256dh(), "auth", keys.auth())
                .status();
    }

    private boolean kept(String endpoint) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM notification.push_subscription WHERE endpoint = :endpoint)")
                .param("endpoint", endpoint)
                .query(Boolean.class)
                .single();
    }

    private PushSubscriptions.Ending switchOn(UUID session, Subscription to) {
        return subscriptions.switchOn(who(tenant, session), to, "Chrome|Android", Locale.FRENCH);
    }

    private Answer tell(PushDevice device) {
        return subscriptions.send(device, "Bonjour".getBytes(StandardCharsets.UTF_8), DAY, Urgency.NORMAL, null);
    }

    private PushDevice only() {
        List<PushDevice> devices = subscriptions.of(tenant);
        assertThat(devices).hasSize(1);
        return devices.getFirst();
    }

    private SignedInTenant who(TenantNumber number, UUID session) {
        LeaseNumber lease = new LeaseNumber("1");
        return new SignedInTenant(number, lease, List.of(lease), session);
    }
}
