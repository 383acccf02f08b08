package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.MovableClock;
import fr.opalconnect.access.Neighbours.Neighbour;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ClockApplication
class NewPasswordTest {
    private static final String ANOTHER_PASSWORD = "brouette enclume nuage 3";

    @LocalServerPort
    int port;

    @Autowired
    Neighbours neighbours;

    @Autowired
    MovableClock clock;

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
