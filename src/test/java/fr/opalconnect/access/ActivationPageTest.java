package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.MovableClock;
import fr.opalconnect.access.Neighbours.Neighbour;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@AccessApplication
class ActivationPageTest {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Neighbours neighbours;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private HttpBrowser browser;

    @BeforeEach
    void openABrowser() {
        browser = new HttpBrowser(port).from("198.51.100." + ADDRESSES.incrementAndGet());
    }

    @Test
    void two_numbers_a_code_and_a_password_open_the_account() throws InterruptedException {
        Neighbour odile = neighbours.withMobile();
        Answer done = neighbours.activate(browser, odile, Neighbours.GOOD_PASSWORD);
        assertThat(done.where()).isEqualTo("/profil/coordonnees?verifier");
        assertThat(browser.get("/profil/coordonnees?verifier").text()).contains("Odile");
        assertThat(browser.get("/activation/code").where()).isEqualTo("/accueil");
        assertThat(browser.get("/").where()).isEqualTo("/accueil");
        assertThat(browser.get("/connexion").where()).isEqualTo("/accueil");
    }
}
