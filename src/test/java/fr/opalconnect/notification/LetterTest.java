package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.SandboxMails.Letter;
import fr.opalconnect.platform.Languages;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.tenancy.LanguageChoices;
import fr.opalconnect.ui.Language;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is told by e-mail, and stopped without signing in.
@WholeApplication
class LetterTest {
    private static final TenantNumber NADIA = Cast.NADIA_BENALI.tenant();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private Notifications notifications;

    @Autowired
    private SandboxMails mailboxes;

    @Autowired
    private ChoiceTable choices;

    @Autowired
    private Evening evening;

    @Autowired
    private JdbcClient jdbc;

    private Telling telling;

    @BeforeEach
    void nobodyWasTold() {
        DemoLandlord.bringInto(imports);
        telling = new Telling(program);
        telling.clear();
        Emptied.by(jdbc, "DELETE FROM notification.sandbox_mail");
        Emptied.by(jdbc, "DELETE FROM notification.address_state");
        program.getBean(Readers.class).join(NADIA);
    }

    @Test
    void an_e_mail_says_it_with_one_button_and_why_it_comes() {
        pay("p1");
        Letter letter = letter();
        assertThat(letter.subject()).isEqualTo("Paiement bien reçu");
        assertThat(plain(letter))
                .contains("Votre paiement de 250,90 €, du 1er décembre")
                .contains("http://localhost:" + port + "/paiements")
                .contains("parce que « Paiements reçus » est coché");
        assertThat(texts()).isZero();
    }

    @Test
    void looking_at_its_link_stops_nothing_and_one_press_does_without_signing_in() {
        pay("p1");
        String link = stop(letter());
        HttpBrowser anybody = new HttpBrowser(port);
        assertThat(anybody.get(link).text())
                .contains("Vous recevez des e-mails pour : Paiements reçus", "Ne plus recevoir");
        assertThat(choices.find(NADIA).wants(Topic.PAYMENTS, Channel.MAIL)).isTrue();
        assertThat(anybody.post(link).text()).contains("plus d’e-mails pour : Paiements reçus");
        assertThat(choices.find(NADIA).wants(Topic.PAYMENTS, Channel.MAIL)).isFalse();
        assertThat(choices.find(NADIA).wants(Topic.MESSAGES, Channel.MAIL)).isTrue();

        pay("p2");
        assertThat(Phones.textTo(jdbc, "+33641207742", "votre paiement du 1er")).startsWith("OPAL :");

        assertThat(anybody.post(link, "encore", "true").text()).contains("vous recevez à nouveau");
        assertThat(choices.find(NADIA)).isEqualTo(Choices.NONE);
    }

    @Test
    void its_link_speaks_the_language_of_the_tenant_unless_the_browser_chose_one() {
        program.getBean(LanguageChoices.class).choose(NADIA, Language.ARABIC);
        String link = StopPage.PATH + "/" + program.getBean(Stops.class).token(new Stops.Stop(NADIA, Topic.PAYMENTS));
        try {
            HttpBrowser anybody = new HttpBrowser(port);
            assertThat(anybody.get(link).body()).contains("<html lang=\"ar\"");
            assertThat(anybody.post(link).body()).contains("<html lang=\"ar\"");
            anybody.cookies().put(Languages.COOKIE, "en");
            assertThat(anybody.get(link).body()).contains("<html lang=\"en\"");
        } finally {
            Emptied.by(jdbc, "DELETE FROM tenancy.language_choice");
        }
    }

    @Test
    void a_mail_program_stops_it_by_itself() {
        pay("p1");
        HttpBrowser program = new HttpBrowser(port);
        assertThat(program.post(stop(letter()), "List-Unsubscribe", "One-Click").status())
                .isEqualTo(200);
        assertThat(choices.find(NADIA).wants(Topic.PAYMENTS, Channel.MAIL)).isFalse();
    }

    @Test
    void a_link_that_was_touched_stops_nothing() {
        pay("p1");
        String link = stop(letter());
        String touched = link.substring(0, link.length() - 3) + (link.endsWith("AAA") ? "BBB" : "AAA");
        assertThat(new HttpBrowser(port).post(touched).status()).isEqualTo(404);
        assertThat(new HttpBrowser(port).get(StopPage.PATH + "/x").status()).isEqualTo(404);
        assertThat(choices.find(NADIA)).isEqualTo(Choices.NONE);
        assertThat(link).doesNotContain(NADIA.value());
    }

    @Test
    void an_address_at_which_letters_come_back_is_no_way_and_the_next_one_is_taken() {
        pay("p1");
        mailboxes.comeBack(letter().id());
        pay("p2");
        assertThat(Phones.textTo(jdbc, "+33641207742", "votre paiement du 1er")).startsWith("OPAL :");
    }

    @Test
    void whoever_wants_one_e_mail_a_day_gets_all_of_the_day_in_it() {
        choices.put(NADIA, Choices.NONE.withDaily(true));
        pay("p1");
        notifications.tell(
                NADIA,
                Kind.ANNOUNCEMENT,
                Facts.of("a1", "/accueil").with("Fête des voisins", null).with("Samedi à 18 h, dans la cour.", null));
        telling.sendNow();
        assertThat(mailboxes.latest()).isEmpty();
        assertThat(evening.some()).isTrue();
        Letter letter = letter();
        assertThat(letter.subject()).isEqualTo("2 nouveautés aujourd’hui");
        assertThat(plain(letter)).contains("Votre paiement de 250,90 €", "Samedi à 18 h");
        assertThat(evening.some()).isFalse();
        assertThat(new HttpBrowser(port).post(stop(letter)).text()).contains("tout ce qui peut attendre");
        assertThat(choices.find(NADIA).ways(Kind.NEW_NOTICE, List.of(Channel.MAIL)))
                .isEmpty();
    }

    @Test
    void a_phone_is_handed_words_for_its_lock_screen_and_the_way_to_the_page() {
        Parcel parcel = new Parcel(
                new java.util.UUID(0, 1),
                NADIA,
                "",
                0,
                Instant.now(),
                java.util.Locale.FRENCH,
                List.of(new Told(
                        new java.util.UUID(0, 1),
                        NADIA,
                        Kind.PAYMENT_RECEIVED,
                        payment("p1").values(),
                        "/paiements",
                        new java.util.UUID(0, 2),
                        List.of(),
                        Instant.now())));
        byte[] json = program.getBean(Payload.class).write(parcel, java.util.Locale.FRENCH);
        assertThat(json.length).isLessThan(3000);
        Map<?, ?> read =
                tools.jackson.databind.json.JsonMapper.builder().build().readValue(json, Map.class);
        assertThat(read.get("body")).isEqualTo("Votre paiement du 1er décembre est bien arrivé.");
        assertThat(read.get("url")).isEqualTo("/paiements");
        assertThat(read.get("tag").toString()).startsWith("payments-");
    }

    private void pay(String key) {
        notifications.tell(NADIA, Kind.PAYMENT_RECEIVED, payment(key));
        telling.sendNow();
    }

    private static Facts payment(String key) {
        return Facts.of(key, "/paiements").with(Money.ofCents(25090)).with(LocalDate.of(2026, 12, 1));
    }

    private Letter letter() {
        Instant patience = Instant.now().plus(Duration.ofSeconds(10));
        while (mailboxes.latest().isEmpty() && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }
        return mailboxes.latest().getFirst();
    }

    /// All spaces alike.
    private static String plain(Letter letter) {
        return letter.text().replaceAll("\\p{Z}", " ");
    }

    private static String stop(Letter letter) {
        return URI.create(Objects.requireNonNull(letter.unsubscribe())).getPath();
    }

    private int texts() {
        return jdbc.sql(
                        "SELECT count(*) FROM notification.delivery WHERE channel = 'SMS' AND tenant_number IS NOT NULL")
                .query(Integer.class)
                .single();
    }
}
