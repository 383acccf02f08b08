package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.MovableClock;
import fr.opalconnect.access.Neighbours.Neighbour;
import fr.opalconnect.notification.Phones;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@ClockApplication
class SignInPageTest {
    @LocalServerPort
    int port;

    @Autowired
    Neighbours neighbours;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    QuickPasswords.Quick passwords;

    @AfterEach
    void quickly() {
        passwords.workInFull(false);
    }

    private HttpBrowser browser;
    private Neighbour odile;

    @BeforeEach
    void activateAnAccount() throws InterruptedException {
        odile = neighbours.withMobile();
        neighbours.activate(Streets.browser(port), odile, Neighbours.GOOD_PASSWORD);
        browser = Streets.browser(port);
    }

    @Test
    void number_and_password_open_a_session() {
        Answer done = signIn(browser, "L " + odile.tenant(), Neighbours.GOOD_PASSWORD);
        assertThat(done.where()).isEqualTo("/accueil");
        assertThat(browser.get("/profil").status()).isEqualTo(200);
    }

    @Test
    void a_browser_that_was_never_seen_is_told_and_the_first_one_is_not() {
        signIn(browser, odile.tenant(), Neighbours.GOOD_PASSWORD); // another than the one that activated the account
        assertThat(told()).isEqualTo(1);
        signIn(browser, odile.tenant(), Neighbours.GOOD_PASSWORD);
        assertThat(told()).as("the same one again").isEqualTo(1);
        assertThat(Phones.textTo(jdbc, odile.e164(), "nouvel appareil")).contains("Ce n'était pas vous ? Appelez le");
    }

    private int told() {
        return jdbc.sql("SELECT count(*) FROM notification.told WHERE kind = 'NEW_DEVICE' AND tenant_number = ?")
                .param(odile.tenant())
                .query(Integer.class)
                .single();
    }

    @Test
    void the_session_cookie_is_bound_to_the_host_and_hidden_from_scripts() {
        HttpBrowser secure = browser.with("X-Forwarded-Proto", "https");
        Answer done = signIn(secure, odile.tenant(), Neighbours.GOOD_PASSWORD);
        assertThat(done.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .matches("__Host-session=[A-Za-z0-9_-]{43}; .*")
                        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                        .doesNotContain("Domain"));
        assertThat(jdbc.sql("SELECT count(*) FROM access.session s WHERE s::text LIKE '%' || ? || '%'")
                        .param(secure.cookies().get("__Host-session"))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_wrong_password_and_an_unknown_number_get_the_same_answer() {
        Answer wrong = signIn(browser, odile.tenant(), "not the password");
        Answer unknown = signIn(browser, "7777777", "not the password");
        assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(422);
        assertThat(wrong.length()).isEqualTo(unknown.length());
        assertThat(wrong.text()).contains("ne vont pas ensemble");
        assertThat(wrong.body()).contains("value=\"" + odile.tenant() + "\"").doesNotContain("not the password");
    }

    @Test
    void a_number_or_a_password_that_is_missing_is_said_beside_its_field() {
        browser.get("/connexion");
        Answer page = browser.post("/connexion", "locataire", "", "mot-de-passe", "");
        assertThat(page.text()).startsWith(" Erreur : Se connecter");
        assertThat(page.body()).contains("#locataire", "#mot-de-passe");
    }

    @Test
    void ten_tries_in_a_quarter_of_an_hour_then_a_pause_that_says_its_end() {
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(Streets.browser(port), odile.tenant(), "wrong " + i)
                            .status())
                    .isEqualTo(422);
        }
        Answer page = signIn(Streets.browser(port), "00 " + odile.tenant(), Neighbours.GOOD_PASSWORD);
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.text()).contains("Vous pourrez réessayer");
        clock.forward(Duration.ofMinutes(2));
        assertThat(signIn(Streets.browser(port), odile.tenant(), Neighbours.GOOD_PASSWORD)
                        .where())
                .isEqualTo("/accueil");
    }

    @Test
    void a_session_of_ones_own_lasts_thirty_days_unused_and_ninety_in_all() {
        signIn(browser, odile.tenant(), Neighbours.GOOD_PASSWORD);
        for (int month = 0; month < 3; month++) {
            clock.forward(Duration.ofDays(29));
            assertThat(browser.get("/profil").status()).isEqualTo(200);
        }
        clock.forward(Duration.ofDays(4));
        assertThat(browser.get("/profil").where()).isEqualTo("/connexion?session=fin&suite=/profil");
    }

    @Test
    void whoever_meets_the_door_reads_all_that_may_be_the_reason_and_comes_to_the_page_they_wanted() {
        Answer door = browser.get("/compte?annee=2025");
        assertThat(door.where()).isEqualTo("/connexion?session=fin&suite=/compte");
        Answer page = browser.get(door.where());
        assertThat(page.text())
                .contains("Connectez-vous pour ouvrir cette page", "Vous étiez déjà connecté ?")
                .contains("au bout d’un certain temps", "depuis un autre appareil", "le mot de passe change")
                .contains("les données du navigateur sont effacées");
        assertThat(page.body()).as("for a switch of the language").contains("name=\"retour\" value=\"/compte\"");
        assertThat(signInFor("/compte", "not the password").body()).contains("name=\"suite\" value=\"/compte\"");
        assertThat(signInFor("/compte", Neighbours.GOOD_PASSWORD).where()).isEqualTo("/compte");
        assertThat(browser.get(door.where()).where()).as("in another tab").isEqualTo("/compte");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example", "", "/"})
    void the_way_back_never_leads_to_another_site(String suite) {
        assertThat(signInFor(suite, Neighbours.GOOD_PASSWORD).where()).isEqualTo("/accueil");
    }

    @Test
    void a_form_that_comes_too_late_is_said_not_to_be_kept_and_leads_back_to_its_page() {
        browser.get("/connexion");
        Answer page = browser.with("Referer", "http://localhost:" + port + "/profil/securite?fait=session")
                .post("/profil/securite/mot-de-passe", "actuel", "a", "nouveau", "b");
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.text()).contains("n’est pas enregistré");
        assertThat(page.body()).contains("href=\"/connexion?suite=/profil/securite\"");
    }

    @Test
    void what_was_written_in_it_can_be_copied_and_no_password_is_shown() {
        browser.get("/connexion");
        Answer page =
                browser.post("/profil/coordonnees", "erreur", "Mon nom s’écrit\n<b>Léa</b>", "nouveau", "secret-42");
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body())
                .contains("readonly>Mon nom s’écrit\n&lt;b&gt;Léa&lt;/b&gt;</textarea>")
                .doesNotContain("secret-42");
        assertThat(browser.post("/profil/securite/mot-de-passe", "actuel", "a").body())
                .doesNotContain("<textarea");
    }

    @Test
    void whoever_shares_a_photo_to_the_app_reads_that_it_waits_for_them() {
        Answer door = browser.get("/messages/ecrire?partage");
        assertThat(door.where()).isEqualTo("/connexion?session=partage");
        assertThat(browser.get(door.where()).text()).contains("Ce que vous partagez attend sur cet appareil");
        assertThat(signInFor("/messages/ecrire?partage", Neighbours.GOOD_PASSWORD)
                        .where())
                .isEqualTo("/messages/ecrire?partage");
    }

    @Test
    void an_unused_session_ends_by_itself() {
        signIn(browser, odile.tenant(), Neighbours.GOOD_PASSWORD);
        clock.forward(Duration.ofDays(30));
        assertThat(browser.get("/profil").where()).isEqualTo("/connexion?session=fin&suite=/profil");
    }

    @Test
    void a_session_on_a_shared_device_ends_with_the_browser_or_after_half_an_hour() {
        browser.get("/connexion");
        Answer done = browser.post(
                "/connexion", "locataire", odile.tenant(), "mot-de-passe", Neighbours.GOOD_PASSWORD, "partage", "true");
        assertThat(done.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("session=").doesNotContain("Max-Age", "Expires"));
        clock.forward(Duration.ofMinutes(25));
        assertThat(browser.get("/profil").status()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(25));
        assertThat(browser.get("/profil").status()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(31));
        assertThat(browser.get("/profil").where()).isEqualTo("/connexion?session=fin&suite=/profil");
    }

    @Test
    void signing_out_ends_the_session_for_whoever_kept_the_cookie() {
        signIn(browser, odile.tenant(), Neighbours.GOOD_PASSWORD);
        String token = browser.cookies().get("session");
        browser.get("/profil");
        assertThat(browser.follow(browser.post("/deconnexion")).text()).contains("Vous êtes déconnecté");
        browser.cookies().put("session", token);
        assertThat(browser.get("/profil").where()).isEqualTo("/connexion?session=fin&suite=/profil");
    }

    @Test
    void signing_in_again_ends_the_session_that_the_browser_held() {
        signIn(browser, odile.tenant(), Neighbours.GOOD_PASSWORD);
        String before = browser.cookies().get("session");
        HttpBrowser thief = Streets.browser(port);
        thief.cookies().put("session", before);
        browser.cookies().remove("form");
        browser.get("/aide");
        browser.post("/connexion", "locataire", odile.tenant(), "mot-de-passe", Neighbours.GOOD_PASSWORD);
        assertThat(thief.get("/profil").where()).isEqualTo("/connexion?session=fin&suite=/profil");
    }

    @Test
    void who_holds_no_lease_any_more_is_told_after_the_right_password_only() {
        jdbc.sql("UPDATE tenancy.lease_holder SET closed_at = now() WHERE tenant_number = ?")
                .param(odile.tenant())
                .update();
        assertThat(signIn(browser, odile.tenant(), "not the password").text()).contains("ne vont pas ensemble");
        assertThat(signIn(browser, odile.tenant(), Neighbours.GOOD_PASSWORD).text())
                .contains("n’est plus dans notre service");
    }

    @Test
    void a_hash_made_with_older_settings_is_made_anew_at_sign_in() {
        passwords.workInFull(true);
        String old = new Argon2PasswordEncoder(16, 32, 1, 7168, 5).encode(Neighbours.GOOD_PASSWORD);
        jdbc.sql("UPDATE access.login SET password_hash = ? WHERE tenant_number = ?")
                .param(old)
                .param(odile.tenant())
                .update();
        assertThat(signIn(browser, odile.tenant(), Neighbours.GOOD_PASSWORD).where())
                .isEqualTo("/accueil");
        assertThat(jdbc.sql("SELECT password_hash FROM access.login WHERE tenant_number = ?")
                        .param(odile.tenant())
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void who_holds_several_leases_chooses_once_and_switches_from_any_page() throws InterruptedException {
        Neighbour bruno = neighbours.withMobile();
        Neighbour carPark = neighbours.alsoHolds(bruno);
        HttpBrowser his = Streets.browser(port);
        assertThat(neighbours.activate(his, bruno, Neighbours.GOOD_PASSWORD).where())
                .isEqualTo("/bail?suite=coordonnees");
        Answer choice = his.get("/bail?suite=coordonnees");
        assertThat(choice.body()).contains("value=\"" + bruno.lease() + "\"", "value=\"" + carPark.lease() + "\"");
        assertThat(his.post("/bail", "bail", carPark.lease(), "suite", "coordonnees")
                        .where())
                .isEqualTo("/profil/coordonnees?verifier");
        assertThat(signIn(browser, bruno.tenant(), Neighbours.GOOD_PASSWORD).where())
                .isEqualTo("/accueil");
        browser.get("/profil");
        assertThat(browser.post("/bail", "bail", bruno.lease(), "retour", "/profil")
                        .where())
                .isEqualTo("/profil");
        assertThat(browser.post("/bail", "bail", bruno.lease(), "retour", "https://elsewhere.example/")
                        .where())
                .doesNotContain("elsewhere");
        assertThat(browser.post("/bail", "bail", odile.lease()).where()).isEqualTo("/bail");
    }

    @Test
    void the_choice_of_a_lease_stands_between_and_leads_on() throws InterruptedException {
        Neighbour bruno = neighbours.withMobile();
        neighbours.activate(Streets.browser(port), bruno, Neighbours.GOOD_PASSWORD);
        Neighbour carPark = neighbours.alsoHolds(bruno);
        browser.get("/connexion");
        Answer in = browser.post(
                "/connexion",
                "locataire",
                bruno.tenant(),
                "mot-de-passe",
                Neighbours.GOOD_PASSWORD,
                "suite",
                "/documents");
        assertThat(in.where()).isEqualTo("/bail?suite=/documents");
        assertThat(browser.get(in.where()).body()).contains("name=\"suite\" value=\"/documents\"");
        assertThat(browser.post("/bail", "bail", carPark.lease(), "suite", "/documents")
                        .where())
                .isEqualTo("/documents");
    }

    private Answer signInFor(String suite, String password) {
        browser.get("/connexion");
        return browser.post("/connexion", "locataire", odile.tenant(), "mot-de-passe", password, "suite", suite);
    }

    private static Answer signIn(HttpBrowser browser, String number, String password) {
        browser.get("/connexion");
        return browser.post("/connexion", "locataire", number, "mot-de-passe", password);
    }
}
