package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.MovableClock;
import fr.opalconnect.access.Neighbours.Neighbour;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClockApplication
class SecurityPageTest {
    private static final String ANOTHER_PASSWORD = "brouette enclume nuage 3";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    private static final String CHROME = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "Chrome/131.0.0.0 Mobile Safari/537.36";

    @LocalServerPort
    int port;

    @Autowired
    Neighbours neighbours;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Neighbour odile;
    private HttpBrowser phone;
    private HttpBrowser computer;

    @BeforeEach
    void signInTwice() throws InterruptedException {
        odile = neighbours.withMobile();
        phone = Streets.browser(port).with("User-Agent", CHROME);
        neighbours.activate(phone, odile, Neighbours.GOOD_PASSWORD);
        computer = Streets.browser(port).with("User-Agent", FIREFOX);
        computer.get("/connexion");
        computer.post("/connexion", "locataire", odile.tenant(), "mot-de-passe", Neighbours.GOOD_PASSWORD);
    }

    @Test
    void the_page_lists_every_session_by_its_device_and_marks_this_one() {
        Answer page = phone.get("/profil/securite");
        assertThat(page.text())
                .contains("Chrome sur Android Cet appareil", "Firefox sur Linux")
                .contains("Dernière visite : maintenant", "Dernière visite : il y a moins de 5 minutes")
                .doesNotContain("198.");
        clock.forward(Duration.ofMinutes(6));
        assertThat(phone.get("/profil/securite").text())
                .contains("Dernière visite : maintenant")
                .containsPattern("Dernière visite : (aujourd’hui|hier) vers [0-9]");
    }

    @Test
    void another_session_is_ended_at_once() {
        phone.get("/profil/securite");
        Answer done = phone.follow(phone.post("/profil/securite/sessions/" + sessionOn("Firefox") + "/fin"));
        assertThat(done.text()).contains("L’appareil est déconnecté").doesNotContain("Firefox");
        assertThat(computer.get("/profil").where()).isEqualTo("/connexion?session=fin&suite=/profil");
    }

    @Test
    void nobody_ends_another_tenants_session() throws InterruptedException {
        HttpBrowser stranger = Streets.browser(port);
        neighbours.activate(stranger, neighbours.withMobile(), Neighbours.GOOD_PASSWORD);
        stranger.get("/profil/securite");
        stranger.post("/profil/securite/sessions/" + sessionOn("Firefox") + "/fin");
        assertThat(computer.get("/profil").status()).isEqualTo(200);
    }

    @Test
    void signing_out_everywhere_means_here_too() {
        phone.get("/profil/securite");
        assertThat(phone.post("/profil/securite/sessions/fin").where()).isEqualTo("/connexion?session=quittee");
        assertThat(phone.get("/profil").where()).startsWith("/connexion");
        assertThat(computer.get("/profil").where()).startsWith("/connexion");
    }

    @Test
    void a_new_password_ends_the_other_sessions_and_keeps_this_one() {
        phone.get("/profil/securite");
        Answer done = phone.follow(change(Neighbours.GOOD_PASSWORD, ANOTHER_PASSWORD));
        assertThat(done.text()).contains("Votre mot de passe est changé");
        assertThat(phone.get("/profil").status()).isEqualTo(200);
        assertThat(computer.get("/profil").where()).isEqualTo("/connexion?session=fin&suite=/profil");
        assertThat(acts()).contains("password changed");
    }

    @Test
    void the_present_password_must_be_right_and_the_new_one_good() {
        phone.get("/profil/securite");
        assertThat(change("", ANOTHER_PASSWORD).text()).contains("Entrez votre mot de passe actuel");
        assertThat(change("not the password", ANOTHER_PASSWORD).text())
                .contains("Ce n’est pas votre mot de passe actuel");
        assertThat(change(Neighbours.GOOD_PASSWORD, "azertyuiop12").text()).contains("parmi les premiers");
        assertThat(computer.get("/profil").status()).isEqualTo(200);
    }

    @Test
    void what_is_missing_is_said_of_both_passwords_at_once() {
        phone.get("/profil/securite");
        assertThat(change("", "").text()).contains("Entrez votre mot de passe actuel", "12 caractères ou plus");
    }

    @Test
    void the_present_password_is_no_new_one_and_nobody_is_signed_out_for_it() {
        phone.get("/profil/securite");
        Answer page = change(Neighbours.GOOD_PASSWORD, Neighbours.GOOD_PASSWORD);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("C’est déjà votre mot de passe");
        assertThat(change("not the password", "not the password").text())
                .contains("Ce n’est pas votre mot de passe actuel")
                .doesNotContain("C’est déjà");
        assertThat(computer.get("/profil").status()).isEqualTo(200);
        assertThat(acts()).doesNotContain("password changed");
    }

    @Test
    void ten_tries_an_hour_then_a_pause() {
        phone.get("/profil/securite");
        for (int i = 0; i < 10; i++) {
            assertThat(change("wrong " + i, ANOTHER_PASSWORD).status()).isEqualTo(422);
        }
        assertThat(change(Neighbours.GOOD_PASSWORD, ANOTHER_PASSWORD).status()).isEqualTo(429);
    }

    private Answer change(String present, String next) {
        return phone.post("/profil/securite/mot-de-passe", "actuel", present, "nouveau", next);
    }

    private UUID sessionOn(String browser) {
        return jdbc.sql("SELECT id FROM access.session WHERE tenant_number = ? AND device LIKE ? || '%'")
                .param(odile.tenant())
                .param(browser)
                .query(UUID.class)
                .single();
    }

    private List<String> acts() {
        return jdbc.sql("SELECT act FROM platform.audit_line WHERE actor = 'tenant:' || ?")
                .param(odile.tenant())
                .query(String.class)
                .list();
    }
}
