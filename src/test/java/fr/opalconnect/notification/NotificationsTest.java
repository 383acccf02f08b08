package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.sample.Cast;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// From telling to what is read in the app, and to what goes out.
@WholeApplication
class NotificationsTest {
    /// What these tests tell has short keys. A payment that another test left on its way may arrive meanwhile.
    private static final String OURS = "length(key) < 6";

    private static final TenantNumber NADIA = Cast.NADIA_BENALI.tenant();
    private static final Instant NOON = Instant.parse("2026-12-01T11:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-12-01T22:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-12-02T07:00:00Z");

    /// An old phone.
    private static final Choices TEXTS =
            Choices.NONE.with((topic, channel) -> channel == Channel.SMS && Choices.NONE.wants(topic, channel));

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private Notifications notifications;

    @Autowired
    private Readers readers;

    @Autowired
    private ChoiceTable choices;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nobodyWasTold() {
        DemoLandlord.bringInto(imports);
        new Telling(program).clear();
        Emptied.by(jdbc, "DELETE FROM tenancy.unread");
        readers.join(NADIA);
        choices.put(NADIA, TEXTS);
    }

    @Test
    void what_is_told_stands_in_the_app_at_once_and_counts_at_the_bell_until_it_is_seen() {
        notifications.tell(NADIA, Kind.PAYMENT_RECEIVED, payment("p1"));
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        assertThat(nadia.get("/accueil").body()).contains("Nouveautés, 1 à lire");
        assertThat(nadia.get("/notifications").text())
                .contains("Nouveautés", "Paiement bien reçu", "Votre paiement de 250,90 €, du 1er décembre", "Nouveau");
        assertThat(nadia.get("/notifications").text())
                .contains("Paiement bien reçu")
                .doesNotContain("Nouveau ");
        assertThat(nadia.get("/accueil").body()).doesNotContain("1 à lire");
    }

    @Test
    void the_same_thing_is_told_once() {
        notifications.tell(NADIA, Kind.PAYMENT_RECEIVED, payment("p1"));
        notifications.tell(NADIA, Kind.PAYMENT_RECEIVED, payment("p1"));
        notifications.tell(NADIA, Kind.PAYMENT_RECEIVED, payment("p2"));
        assertThat(countTold()).isEqualTo(2);
    }

    @Test
    void it_is_told_if_and_only_if_the_transaction_commits() throws InterruptedException {
        transactions.executeWithoutResult(status -> {
            notifications.tell(NADIA, Kind.MANDATE_SIGNED, Facts.of("gone", "/prelevement"));
            status.setRollbackOnly();
        });
        assertThat(countTold()).isZero();
        transactions.executeWithoutResult(
                status -> notifications.tell(NADIA, Kind.MANDATE_SIGNED, Facts.of("there", "/prelevement")));
        assertThat(Phones.textTo(jdbc, phone(), "vous avez signé un mandat")).startsWith("OPAL : vous avez");
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        String page = nadia.get("/notifications").text();
        for (int tries = 0; tries < 400 && !page.contains("SMS remis à"); tries++) {
            Thread.sleep(25);
            page = nadia.get("/notifications").text();
        }
        assertThat(page).contains("SMS remis à", "au 06 •• •• ••");
    }

    @Test
    void what_says_nothing_to_whoever_has_no_account_is_not_told_to_them() {
        TenantNumber martine = Cast.MARTINE_MARCHAND.tenant();
        notifications.tell(martine, Kind.PAYMENT_RECEIVED, payment("p1"));
        assertThat(countTold()).isZero();
        notifications.tell(martine, Kind.CUT, Facts.of("c1", "/accueil").with("Eau coupée demain", null));
        assertThat(countTold()).isEqualTo(1);
    }

    @Test
    void in_the_quiet_hours_what_can_wait_waits_and_becomes_one_message() {
        quiet(21, 8);
        UUID first = told(Kind.PAYMENT_RECEIVED, payment("p1"));
        UUID second = told(Kind.PAYMENT_RECEIVED, payment("p2"));
        assertThat(dispatch.some(first, NIGHT)).isNull();
        assertThat(dispatch.some(second, NIGHT)).isNull();
        assertThat(sent()).isEmpty();
        UUID later = batch();
        assertThat(jdbc.sql("SELECT execution_time FROM platform.scheduled_tasks WHERE task_instance = :id")
                        .param("id", later.toString())
                        .query(java.time.OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(MORNING);
        dispatch.some(later, MORNING);
        assertThat(sent()).containsExactly("OPAL : vous avez 2 paiements reçus. localhost".replace('ç', 'c'));
    }

    @Test
    void what_is_urgent_does_not_wait_for_the_morning() {
        quiet(21, 8);
        UUID batch = told(Kind.CUT, Facts.of("c1", "/accueil").with("Eau coupée demain de 8 h à 10 h", null));
        dispatch.some(batch, NIGHT);
        assertThat(sent()).containsExactly("OPAL : Eau coupée demain de 8 h à 10 h. localhost");
    }

    @Test
    void a_message_that_was_read_meanwhile_is_not_sent() {
        UUID thread = UUID.randomUUID();
        UUID batch = told(
                Kind.MESSAGE,
                Facts.of("m1", "/messages/" + thread).readWith(thread).with("Claire"));
        dispatch.some(batch, NOON);
        assertThat(sent()).isEmpty();
        jdbc.sql("INSERT INTO tenancy.unread (tenant_number, thing) VALUES (:tenant, :thing)")
                .param("tenant", NADIA.value())
                .param("thing", thread)
                .update();
        batch = told(
                Kind.MESSAGE,
                Facts.of("m2", "/messages/" + thread).readWith(thread).with("Claire"));
        dispatch.some(batch, NOON);
        assertThat(sent()).containsExactly("OPAL : vous avez un nouveau message. localhost");
    }

    @Test
    void a_tenant_chooses_without_javascript_and_the_choice_counts() {
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        assertThat(nadia.get("/profil").text()).contains("SMS, e-mail, heures calmes");
        assertThat(nadia.get("/profil/notifications").text())
                .contains("SMS : toujours", "Heures calmes", "Sur vos appareils")
                .doesNotContain("Sur ce téléphone");
        HttpBrowser.Answer saved = nadia.follow(nadia.post(
                "/profil/notifications", "voie", "news.sms", "calme", "true", "de", "22", "a", "7", "jour", "true"));
        assertThat(saved.text()).contains("C’est enregistré");
        assertThat(choices.find(NADIA).quiet()).isEqualTo(new QuietHours(22, 7));
        assertThat(choices.find(NADIA).daily()).isTrue();
        dispatch.some(told(Kind.PAYMENT_RECEIVED, payment("p1")), NOON);
        assertThat(sent()).isEmpty();
        dispatch.some(told(Kind.ANNOUNCEMENT, Facts.of("a1", "/accueil").with("Fête des voisins", null)), NOON);
        assertThat(sent()).containsExactly("OPAL : Fete des voisins. localhost");
    }

    @Test
    void quiet_hours_that_are_none_are_said_where_they_were_chosen_and_nothing_is_lost() {
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        for (String[] hours : new String[][] {{"22", "22"}, {"abc", "7"}, {"99", "7"}, {"22", "-1"}}) {
            nadia.get("/profil/notifications");
            HttpBrowser.Answer refused = nadia.post(
                    "/profil/notifications",
                    "voie",
                    "news.sms",
                    "calme",
                    "true",
                    "de",
                    hours[0],
                    "a",
                    hours[1],
                    "jour",
                    "true");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("Choisissez deux heures différentes");
            assertThat(refused.body())
                    .contains("name=\"calme\" value=\"true\" checked", "name=\"jour\" value=\"true\" checked")
                    .contains("value=\"news.sms\" checked")
                    .doesNotContain("value=\"news.mail\" checked")
                    .contains(hours[0].equals("22") ? "value=\"22\" selected" : "value=\"7\" selected");
        }
        assertThat(choices.find(NADIA)).isEqualTo(TEXTS);
    }

    @Test
    void a_number_of_before_is_told_too() {
        Phone before = new Phone("+33639981234", Phone.Kind.MOBILE);
        UUID batch = told(
                Kind.PHONE_CHANGED,
                Facts.of("n1", "/profil/coordonnees")
                        .with(LocalDate.of(2026, 12, 1))
                        .alsoTo(before));
        dispatch.some(batch, NIGHT);
        assertThat(sent()).hasSize(2).allMatch(text -> text.contains("a été changé le 1er décembre"));
    }

    /// Tells it without its job: the test is the clock.
    private UUID told(Kind kind, Facts facts) {
        return Objects.requireNonNull(transactions.execute(status -> {
            notifications.tell(NADIA, kind, facts);
            UUID batch = batch();
            jdbc.sql("DELETE FROM platform.scheduled_tasks WHERE task_instance = :id")
                    .param("id", batch.toString())
                    .update();
            return batch;
        }));
    }

    private UUID batch() {
        return jdbc.sql("SELECT batch FROM notification.told WHERE batch IS NOT NULL AND " + OURS
                        + " ORDER BY id DESC LIMIT 1")
                .query(UUID.class)
                .single();
    }

    /// What text messages were written for these, whether they have gone or not.
    private List<@Nullable String> sent() {
        return jdbc.sql("""
                        SELECT coalesce(d.message, s.message) FROM notification.delivery d
                        LEFT JOIN notification.sandbox_message s ON d.reference = 'sandbox-' || s.id
                        WHERE d.tenant_number IS NOT NULL
                              AND d.id IN (SELECT delivery_id FROM notification.part
                                           JOIN notification.told ON told.id = told_id WHERE %s)
                        ORDER BY d.id
                        """.formatted(OURS)).query(String.class).list();
    }

    private void quiet(int from, int to) {
        choices.put(NADIA, TEXTS.with(new QuietHours(from, to)));
    }

    private static Facts payment(String key) {
        return Facts.of(key, "/paiements").with(Money.ofCents(25090)).with(LocalDate.of(2026, 12, 1));
    }

    private String phone() {
        return Objects.requireNonNull(Phone.parse(Cast.NADIA_BENALI.phone(), "02000"))
                .e164();
    }

    private int countTold() {
        return jdbc.sql("SELECT count(*) FROM notification.told WHERE " + OURS)
                .query(Integer.class)
                .single();
    }
}
