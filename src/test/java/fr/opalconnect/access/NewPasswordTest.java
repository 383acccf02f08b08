package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.MovableClock;
import fr.opalconnect.access.Neighbours.Neighbour;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClockApplication
class NewPasswordTest {
    private static final String ANOTHER_PASSWORD = "brouette enclume nuage 3";

    @LocalServerPort
    int port;

    @Autowired
    Neighbours neighbours;

    @Autowired
    MovableClock clock;

    @Autowired
    private Logins logins;

    @Autowired
    private Sessions sessions;

    @Autowired
    private JdbcClient jdbc;

    private HttpBrowser browser;
    private Neighbour odile;

    @BeforeEach
    void openABrowser() {
        browser = Streets.browser(port);
        odile = neighbours.withMobile();
    }

    @Test
    void a_weak_password_is_refused_with_a_reason_and_never_sent_back() throws InterruptedException {
        prove(browser, "/activation");
        assertThat(choose("court").text()).contains("5 sur 12 caractères");
        assertThat(choose("").text()).contains("12 caractères ou plus");
        assertThat(choose("motdepasse2026").text()).contains("parmi les premiers que l’on essaie");
        Answer own = choose("vasseur " + odile.tenant());
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.text()).contains("votre nom, votre adresse ou vos numéros");
        assertThat(own.body()).doesNotContain("vasseur").contains("autocomplete=\"new-password\"");
        assertThat(own.body()).contains("value=\"" + odile.tenant() + "\"", "autocomplete=\"username\"");
        assertThat(choose(Neighbours.GOOD_PASSWORD).where()).isEqualTo("/profil/coordonnees?verifier");
    }

    @Test
    void nobody_comes_to_the_password_without_a_code() {
        browser.get("/activation");
        browser.post("/activation", "locataire", odile.tenant(), "logement", odile.dwelling());
        assertThat(browser.get("/activation/mot-de-passe").where()).isEqualTo("/activation/code");
        browser.get("/activation/code");
        assertThat(choose(Neighbours.GOOD_PASSWORD).where()).isEqualTo("/activation?fin");
    }

    @Test
    void a_forgotten_password_is_replaced_the_same_way_and_every_session_ends() throws InterruptedException {
        HttpBrowser phone = Streets.browser(port);
        neighbours.activate(phone, odile, Neighbours.GOOD_PASSWORD);
        clock.forward(Duration.ofMinutes(2));
        prove(browser, "/mot-de-passe-oublie");
        Answer home = choose(ANOTHER_PASSWORD);
        assertThat(home.where()).isEqualTo("/accueil?fait=mot-de-passe");
        assertThat(browser.follow(home).text())
                .contains("Votre mot de passe est enregistré. Vos autres appareils sont déconnectés.");
        assertThat(browser.get("/profil").status()).isEqualTo(200);
        assertThat(phone.get("/profil").where()).isEqualTo("/connexion?session=fin&suite=/profil");
        assertThat(signIn(Neighbours.GOOD_PASSWORD).status()).isEqualTo(422);
        assertThat(signIn(ANOTHER_PASSWORD).where()).isEqualTo("/accueil");
    }

    @Test
    void whoever_remembers_the_forgotten_password_after_all_may_keep_it() throws InterruptedException {
        neighbours.activate(Streets.browser(port), odile, Neighbours.GOOD_PASSWORD);
        clock.forward(Duration.ofMinutes(2));
        prove(browser, "/mot-de-passe-oublie");
        assertThat(choose(Neighbours.GOOD_PASSWORD).where()).isEqualTo("/accueil?fait=mot-de-passe");
    }

    @Test
    void activating_an_active_account_is_choosing_a_new_password() throws InterruptedException {
        neighbours.activate(Streets.browser(port), odile, Neighbours.GOOD_PASSWORD);
        clock.forward(Duration.ofMinutes(2));
        prove(browser, "/activation");
        assertThat(choose(ANOTHER_PASSWORD).where()).isEqualTo("/accueil?fait=mot-de-passe");
    }

    @Test
    void of_two_tabs_the_second_learns_that_the_password_is_set() throws InterruptedException {
        prove(browser, "/activation");
        String claim = browser.cookies().get("activation");
        choose(Neighbours.GOOD_PASSWORD);
        browser.cookies().put("activation", claim);
        assertThat(choose(ANOTHER_PASSWORD).where()).isEqualTo("/accueil");
        browser.cookies().remove("session");
        assertThat(browser.follow(choose(ANOTHER_PASSWORD)).text()).contains("Votre mot de passe est enregistré");
    }

    @Test
    void a_new_password_ends_what_was_proved_on_other_devices() throws InterruptedException {
        HttpBrowser other = Streets.browser(port);
        prove(other, "/mot-de-passe-oublie");
        clock.forward(Duration.ofMinutes(2));
        prove(browser, "/mot-de-passe-oublie");
        choose(Neighbours.GOOD_PASSWORD);
        assertThat(other.post("/activation/mot-de-passe", "nouveau", ANOTHER_PASSWORD)
                        .where())
                .isEqualTo("/connexion?session=pret");
        assertThat(signIn(Neighbours.GOOD_PASSWORD).where()).isEqualTo("/accueil");
    }

    /// Comparing and hashing take a while: what was begun with the old password ends after it.
    @Test
    void whoever_began_something_with_the_old_password_comes_too_late() throws InterruptedException {
        neighbours.activate(Streets.browser(port), odile, Neighbours.GOOD_PASSWORD);
        TenantNumber tenant = new TenantNumber(odile.tenant());
        Session session = Objects.requireNonNull(
                sessions.find(Objects.requireNonNull(logins.begin(tenant, hash(), null, "a stranger's", false))));
        LeaseNumber lease = new LeaseNumber("any");
        SignedInTenant stranger = new SignedInTenant(tenant, lease, List.of(lease), session.id());
        String before = hash();
        clock.forward(Duration.ofMinutes(2));
        prove(browser, "/mot-de-passe-oublie");
        choose(ANOTHER_PASSWORD);
        assertThat(logins.begin(tenant, before, null, "a stranger's", false)).isNull();
        assertThat(logins.replace(stranger, before, before)).isFalse();
        assertThat(logins.replace(stranger, hash(), before))
                .as("with a session that was ended")
                .isFalse();
        assertThat(signIn(ANOTHER_PASSWORD).where()).isEqualTo("/accueil");
    }

    private String hash() {
        return jdbc.sql("SELECT password_hash FROM access.login WHERE tenant_number = :tenant")
                .param("tenant", odile.tenant())
                .query(String.class)
                .single();
    }

    @Test
    void a_claim_that_was_proved_too_long_ago_starts_again() throws InterruptedException {
        prove(browser, "/mot-de-passe-oublie");
        clock.forward(Duration.ofMinutes(21));
        assertThat(choose(Neighbours.GOOD_PASSWORD).where()).isEqualTo("/mot-de-passe-oublie?fin");
    }

    private void prove(HttpBrowser visitor, String way) throws InterruptedException {
        String before = neighbours.lastCodeOf(odile);
        visitor.get(way);
        visitor.post(way, "locataire", odile.tenant(), "logement", odile.dwelling());
        Neighbours.enterCode(visitor, neighbours.codeAfter(odile, before));
    }

    private Answer choose(String password) {
        return browser.post("/activation/mot-de-passe", "nouveau", password);
    }

    private Answer signIn(String password) {
        HttpBrowser visitor = Streets.browser(port);
        visitor.get("/connexion");
        return visitor.post("/connexion", "locataire", odile.tenant(), "mot-de-passe", password);
    }
}
