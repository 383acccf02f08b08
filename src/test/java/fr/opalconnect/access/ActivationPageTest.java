package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.MovableClock;
import fr.opalconnect.access.Neighbours.Neighbour;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClockApplication
class ActivationPageTest {
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
        browser = Streets.browser(port);
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
        assertThat(audit(odile)).containsExactly("code sent", "activated", "signed in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", " N° %s", "l%s", "00%s", "%s "})
    void any_spelling_of_the_numbers_will_do(String spelling) throws InterruptedException {
        Neighbour odile = neighbours.withMobile();
        browser.get("/activation");
        browser.post(
                "/activation",
                "locataire",
                spelling.formatted(odile.tenant()),
                "logement",
                spelling.formatted(odile.dwelling().replace(" ", ".")));
        assertThat(neighbours.codeFor(odile)).hasSize(6);
    }

    @Test
    void the_code_page_shows_the_number_on_file_masked_and_no_more_of_it() {
        Neighbour odile = neighbours.withPhone("06.41.20.77.42");
        Answer page = begin(odile.tenant(), odile.dwelling());
        assertThat(page.text()).contains("06 •• •• •• 42").doesNotContain("77").doesNotContain("Odile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"03 23 79 42 10", "", "néant", "+1 212 555 0123"})
    void without_a_mobile_the_page_says_so_and_gives_the_phone_number(String mobile) {
        Neighbour odile = neighbours.withPhone(mobile);
        Answer page = begin(odile.tenant(), odile.dwelling());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Nous n’avons pas de mobile", "03 23 23 62 00");
    }

    @Test
    void an_overseas_mobile_gets_its_code() throws InterruptedException {
        Neighbour odile = neighbours.withPhone("0692 41 20 77");
        begin(odile.tenant(), odile.dwelling());
        assertThat(odile.e164()).isEqualTo("+262692412077");
        assertThat(neighbours.codeFor(odile)).hasSize(6);
    }

    @Test
    void what_is_missing_or_no_number_is_said_beside_the_field_and_what_was_typed_stays() {
        browser.get("/activation");
        Answer page = browser.post("/activation", "locataire", "abc <b>", "logement", "");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).startsWith(" Erreur : Activer mon compte");
        assertThat(page.body())
                .contains("href=\"#locataire\"", "id=\"locataire-mistake\"", "href=\"#logement\"")
                .contains("value=\"abc &lt;b>\"");
    }

    @Test
    void what_is_missing_is_said_of_both_numbers_at_once() {
        browser.get("/activation");
        assertThat(browser.post("/activation", "locataire", "", "logement", "").text())
                .contains("Entrez votre numéro locataire", "Entrez votre numéro de logement");
    }

    @Test
    void pressing_twice_sends_one_code() throws InterruptedException {
        Neighbour odile = neighbours.withMobile();
        begin(odile.tenant(), odile.dwelling());
        String code = neighbours.codeFor(odile);
        begin(odile.tenant(), odile.dwelling());
        assertThat(sends(odile)).isEqualTo(1);
        assertThat(Neighbours.enterCode(browser, code).text()).contains("Choisissez votre mot de passe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/activation", "/mot-de-passe-oublie"})
    void typing_the_numbers_again_is_no_way_round_the_wait_for_a_new_code(String way) throws InterruptedException {
        Neighbour odile = neighbours.withMobile();
        begin(odile.tenant(), odile.dwelling());
        String code = neighbours.codeFor(odile);
        clock.forward(Duration.ofSeconds(45));
        Answer early = beginAt(way, "L " + odile.tenant(), odile.dwelling());
        assertThat(early.text()).contains("Vous avez déjà demandé un code", "Entrez le code reçu par SMS");
        assertThat(sends(odile)).isEqualTo(1);
        clock.forward(Duration.ofSeconds(15));
        assertThat(beginAt(way, odile.tenant(), odile.dwelling()).text()).contains("Un nouveau code est parti");
        assertThat(sends(odile)).isEqualTo(2);
        assertThat(Neighbours.enterCode(browser, code).text()).contains("Choisissez votre mot de passe");
        assertThat(browser.get("/activation/mot-de-passe").body().contains("Activer mon compte"))
                .isEqualTo(way.equals("/activation"));
    }

    @Test
    void a_pair_that_does_not_exist_waits_just_the_same() {
        for (int stranger = 0; stranger < 40; stranger++) {
            String tenant = "%07d".formatted(810_000 + stranger);
            HttpBrowser visitor = Streets.browser(port);
            if (begin(visitor, tenant, "333 3333").text().contains("••")) { // one of those with a mobile
                clock.forward(Duration.ofSeconds(45));
                assertThat(begin(visitor, tenant, "333 3333").text()).contains("Vous avez déjà demandé un code");
                clock.forward(Duration.ofSeconds(15));
                assertThat(begin(visitor, tenant, "333 3333").text()).contains("Un nouveau code est parti");
                return;
            }
        }
        throw new AssertionError("no decoy has a mobile");
    }

    @Test
    void a_number_that_the_agency_corrects_meanwhile_gets_its_code_without_waiting() throws InterruptedException {
        Neighbour odile = neighbours.withPhone("06 41 99 77 11");
        begin(odile.tenant(), odile.dwelling());
        jdbc.sql("UPDATE tenancy.tenant SET mobile = '06 98 76 54 33' WHERE number = ?")
                .param(odile.tenant())
                .update();
        assertThat(begin(odile.tenant(), odile.dwelling()).text()).contains("06 •• •• •• 33");
    }

    @Test
    void who_comes_back_too_late_is_told_and_starts_again() {
        Neighbour odile = neighbours.withMobile();
        begin(odile.tenant(), odile.dwelling());
        clock.forward(Duration.ofMinutes(21));
        Answer page = browser.follow(browser.get("/activation/code"));
        assertThat(page.text()).contains("trop ancienne", "Activer mon compte");
    }

    @Test
    void without_a_claim_every_later_page_leads_to_the_beginning() {
        for (String page :
                new String[] {"/activation/code", "/activation/mot-de-passe", "/activation/pas-mon-numero"}) {
            assertThat(browser.get(page).where()).as(page).isEqualTo("/activation?fin");
        }
        browser.get("/activation");
        assertThat(browser.post("/activation/code", "code", "407123").where()).isEqualTo("/activation?fin");
        assertThat(browser.post("/activation/code/renvoyer").where()).isEqualTo("/activation?fin");
        assertThat(browser.post("/activation/pas-mon-numero").where()).isEqualTo("/activation?fin");
    }

    @Test
    void a_wrong_number_leaves_a_task_for_the_agency_and_says_what_happens_next() {
        Neighbour odile = neighbours.withMobile();
        begin(odile.tenant(), odile.dwelling());
        Answer page = browser.follow(browser.post("/activation/pas-mon-numero"));
        assertThat(page.text())
                .contains("Votre agence est prévenue", "deux jours ouvrés", "03 23 23 62 00")
                .doesNotContain("24 h");
        assertThat(tasks(odile.tenant())).containsExactly("NOT_MY_NUMBER");
    }

    @Test
    void a_missing_mobile_leaves_a_task_too() {
        Neighbour odile = neighbours.withPhone(null);
        begin(odile.tenant(), odile.dwelling());
        browser.post("/activation/pas-mon-numero");
        assertThat(tasks(odile.tenant())).containsExactly("NO_MOBILE");
    }

    @Test
    void the_agency_is_told_three_times_a_day_at_most() {
        Neighbour odile = neighbours.withMobile();
        begin(odile.tenant(), odile.dwelling());
        for (int i = 0; i < 5; i++) {
            assertThat(browser.post("/activation/pas-mon-numero").where()).isEqualTo("/activation/pas-mon-numero");
        }
        assertThat(tasks(odile.tenant())).hasSize(3);
    }

    @Test
    void a_corrected_number_counts_at_once() throws InterruptedException {
        Neighbour odile = neighbours.withPhone("03 23 79 42 10");
        begin(odile.tenant(), odile.dwelling());
        jdbc.sql("UPDATE tenancy.tenant SET mobile = '06 98 76 54 32' WHERE number = ?")
                .param(odile.tenant())
                .update();
        assertThat(begin(odile.tenant(), odile.dwelling()).text()).contains("06 •• •• •• 32");
    }

    @Test
    void the_same_pair_is_asked_for_six_times_an_hour_at_most_and_the_page_says_until_when() {
        Neighbour odile = neighbours.withMobile();
        for (int i = 0; i < 6; i++) {
            Answer page = Streets.browser(port).get("/activation");
            assertThat(page.status()).isEqualTo(200);
            begin(Streets.browser(port), odile.tenant(), odile.dwelling());
        }
        Answer page = begin(Streets.browser(port), odile.tenant(), odile.dwelling());
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.body()).contains("class=\"drawing\"");
        assertThat(page.text()).containsPattern("Vous pourrez réessayer (à|le).*[0-9]{1,2} h [0-9]{2}");
        assertThat(page.response().headers().firstValue("Retry-After")).isPresent();
        clock.forward(Duration.ofMinutes(10));
        assertThat(begin(Streets.browser(port), odile.tenant(), odile.dwelling())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void one_address_asks_for_thirty_pairs_at_most() {
        for (int i = 0; i < 30; i++) {
            assertThat(begin("9000" + i, "024 0117").status()).isEqualTo(200);
        }
        assertThat(begin("900099", "024 0117").status()).isEqualTo(429);
    }

    private Answer begin(String tenant, String dwelling) {
        return begin(browser, tenant, dwelling);
    }

    private Answer beginAt(String way, String tenant, String dwelling) {
        browser.get(way);
        return browser.follow(browser.post(way, "locataire", tenant, "logement", dwelling));
    }

    private static Answer begin(HttpBrowser browser, String tenant, String dwelling) {
        browser.get("/activation");
        return browser.follow(browser.post("/activation", "locataire", tenant, "logement", dwelling));
    }

    private int sends(Neighbour neighbour) {
        return jdbc.sql("SELECT sum(sends) FROM access.activation WHERE tenant_number = ?")
                .param(neighbour.tenant())
                .query(Integer.class)
                .single();
    }

    private List<String> tasks(String tenant) {
        return jdbc.sql("SELECT reason FROM tenancy.contact_request WHERE tenant_number = ?")
                .param(tenant)
                .query(String.class)
                .list();
    }

    private List<String> audit(Neighbour neighbour) {
        return jdbc.sql("SELECT act FROM platform.audit_line WHERE subject = ? OR actor = 'tenant:' || ? ORDER BY id")
                .param(neighbour.tenant())
                .param(neighbour.tenant())
                .query(String.class)
                .list();
    }
}
