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
import org.springframework.jdbc.core.simple.JdbcClient;

@ClockApplication
class CodePageTest {
    @LocalServerPort
    int port;

    @Autowired
    Neighbours neighbours;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private HttpBrowser browser;
    private Neighbour odile;
    private String code;

    @BeforeEach
    void askForACode() throws InterruptedException {
        browser = Streets.browser(port);
        odile = neighbours.withMobile();
        begin(browser, odile);
        code = neighbours.codeFor(odile);
    }

    @Test
    void the_field_lets_the_phone_fill_the_code_in() {
        assertThat(browser.get("/activation/code").body())
                .contains("autocomplete=\"one-time-code\"", "inputmode=\"numeric\"");
    }

    @Test
    void spaces_and_dashes_in_a_code_are_fine() {
        assertThat(enter(code.substring(0, 3) + " - " + code.substring(3)).text())
                .contains("Choisissez votre mot de passe");
    }

    @Test
    void a_wrong_code_says_how_many_tries_are_left_and_the_fifth_ends_it() {
        assertThat(enter(wrong()).text()).contains("il reste 4 essais");
        assertThat(enter(wrong()).text()).contains("il reste 3 essais");
        assertThat(enter(wrong()).text()).contains("il reste 2 essais");
        assertThat(enter(wrong()).text()).contains("il reste 1 essai.");
        assertThat(enter(wrong()).text()).contains("Ce code ne sert plus");
        Answer dead = enter(code);
        assertThat(dead.text()).contains("Ce code ne sert plus");
        assertThat(dead.body()).doesNotContain("value=\"" + code + "\"");
    }

    @Test
    void what_is_not_six_digits_costs_no_try() {
        assertThat(enter("4071").text()).contains("exactement 6 chiffres");
        assertThat(enter("").text()).contains("Entrez les 6 chiffres");
        assertThat(enter(wrong()).text()).contains("il reste 4 essais");
    }

    @Test
    void a_code_lives_ten_minutes() {
        clock.forward(Duration.ofMinutes(9));
        assertThat(enter(wrong()).text()).contains("il reste 4 essais");
        clock.forward(Duration.ofMinutes(1));
        assertThat(enter(code).text()).contains("Ce code ne sert plus");
    }

    @Test
    void a_code_works_in_the_browser_that_asked_and_in_no_other() {
        HttpBrowser other = Streets.browser(port);
        other.get("/activation");
        assertThat(other.post("/activation/code", "code", code).where()).isEqualTo("/activation?fin");
    }

    @Test
    void a_code_is_used_once() {
        Answer page = browser.get("/activation/code");
        String claim = Neighbours.claimOn(page);
        assertThat(browser.post("/activation/code", "code", code, "demande", claim)
                        .where())
                .isEqualTo("/activation/mot-de-passe");
        // The second press of a thumb finds the way on, not a mistake.
        assertThat(browser.follow(browser.post("/activation/code", "code", code, "demande", claim))
                        .text())
                .contains("Choisissez votre mot de passe");
        browser.post("/activation/mot-de-passe", "nouveau", Neighbours.GOOD_PASSWORD);
        assertThat(browser.post("/activation/code", "code", code, "demande", claim)
                        .where())
                .isEqualTo("/accueil");
    }

    @Test
    void a_new_code_is_sent_after_a_minute_and_the_old_one_still_works() throws InterruptedException {
        assertThat(browser.follow(browser.post("/activation/code/renvoyer")).text())
                .contains("encore trop tôt");
        clock.forward(Duration.ofMinutes(1));
        assertThat(browser.follow(browser.post("/activation/code/renvoyer")).text())
                .contains("Un nouveau code est parti");
        assertThat(neighbours.codeAfter(odile, code)).isNotEqualTo(code);
        assertThat(enter(code).text()).contains("Choisissez votre mot de passe");
    }

    @Test
    void the_page_says_when_a_new_code_is_possible_and_then_shows_the_button() {
        Answer waiting = browser.get("/activation/code");
        assertThat(waiting.body())
                .contains("data-countdown=", "id=\"renvoyer\"")
                .containsPattern("class=\"[^\"]*wait m");
        assertThat(waiting.text()).containsPattern("Nouveau code possible à partir de [0-9]+ h [0-9]{2}");
        clock.forward(Duration.ofMinutes(1));
        Answer due = browser.get("/activation/code");
        assertThat(due.body()).contains("id=\"renvoyer\"").doesNotContain("data-countdown=", "wait m");
    }

    @Test
    void five_codes_are_the_most_for_one_claim() throws InterruptedException {
        String last = code;
        for (int minutes : new int[] {1, 1, 3, 5}) {
            clock.forward(Duration.ofMinutes(minutes));
            browser.get("/activation/code");
            assertThat(browser.post("/activation/code/renvoyer").where()).isEqualTo("/activation/code?envoi=fait");
            last = neighbours.codeAfter(odile, last);
        }
        clock.forward(Duration.ofMinutes(5));
        assertThat(browser.follow(browser.post("/activation/code/renvoyer")).text())
                .contains("cinq codes");
        assertThat(enter(last).text()).contains("Choisissez votre mot de passe");
    }

    @Test
    void a_new_code_brings_five_new_tries() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            enter(wrong());
        }
        clock.forward(Duration.ofMinutes(1));
        browser.get("/activation/code");
        browser.post("/activation/code/renvoyer");
        String fresh = neighbours.codeAfter(odile, code);
        assertThat(enter(fresh.equals("000000") ? "000001" : "000000").text()).contains("il reste 4 essais");
        assertThat(enter(fresh).text()).contains("Choisissez votre mot de passe");
    }

    @Test
    void the_codes_of_one_pair_are_tried_twenty_five_times_a_week_at_most() {
        int refused = 0;
        for (int claim = 0; claim < 6; claim++) {
            HttpBrowser stranger = Streets.browser(port);
            clock.forward(Duration.ofMinutes(10));
            begin(stranger, odile);
            for (int i = 0; i < 5; i++) {
                refused += Neighbours.enterCode(stranger, wrong()).status() == 429 ? 1 : 0;
            }
        }
        assertThat(refused).isEqualTo(5);
    }

    @Test
    void a_form_of_an_older_claim_is_not_mixed_up_with_the_newer_one() {
        String older = Neighbours.claimOn(browser.get("/activation/code"));
        Neighbour other = neighbours.withMobile();
        begin(browser, other);
        Answer page = browser.post("/activation/code", "code", code, "demande", older);
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("une autre demande dans ce navigateur");
        assertThat(enter(wrong()).text()).contains("il reste 4 essais");
    }

    @Test
    void the_code_is_kept_nowhere_but_as_a_keyed_hash() throws InterruptedException {
        Thread.sleep(200); // the job writes its last word after the message was shown
        assertThat(jdbc.sql("SELECT count(*) FROM access.one_time_code c WHERE c::text LIKE '%' || ? || '%'")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM notification.delivery d WHERE d::text LIKE '%#' || ? || '%'")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Answer enter(String typed) {
        return Neighbours.enterCode(browser, typed);
    }

    private String wrong() {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static void begin(HttpBrowser browser, Neighbour neighbour) {
        browser.get("/activation");
        browser.post("/activation", "locataire", neighbour.tenant(), "logement", neighbour.dwelling());
    }
}
