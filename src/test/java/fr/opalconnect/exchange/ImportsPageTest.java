package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.sample.CastStaff;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class ImportsPageTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private JdbcClient jdbc;

    private HttpBrowser anne;
    private long run;

    @BeforeEach
    void aPackageWaits() {
        anne = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.ANNE_CARON);
        run = jdbc.sql("""
                        INSERT INTO exchange.import_run (package, mode, started_at, ended_at, state, message, counts,
                            package_path)
                        VALUES ('nuit-du-test', 'full', now(), now(), 'WAITING', 'baux.csv : 9 seraient fermées',
                            '{"baux": {"read": 1200, "rejected": 1, "added": 0, "changed": 0, "closed": 0}}',
                            '/nowhere/at/all')
                        RETURNING id
                        """).query(Long.class).single();
        jdbc.sql("INSERT INTO exchange.import_reject VALUES (:run, 1, 'baux.csv', 7, 'terme', '=1+1', 'mot inconnu')")
                .param("run", run)
                .update();
    }

    @AfterEach
    void nobodyWaits() {
        Emptied.by(jdbc, "DELETE FROM exchange.import_run WHERE package = 'nuit-du-test'");
    }

    @Test
    void an_administrator_sees_what_came_and_why_a_line_was_rejected() {
        Answer list = anne.get("/bureau/imports");
        assertThat(list.text()).contains("nuit-du-test", "Attend une réponse", "1 200");
        Answer one = anne.get("/bureau/imports/" + run);
        assertThat(one.text()).contains("9 seraient fermées", "baux.csv 7 terme =1+1 mot inconnu");
        Answer csv = anne.get("/bureau/imports/" + run + "/rejets.csv");
        assertThat(csv.body()).contains("\"'=1+1\"");
        assertThat(csv.response().headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", "rejets-import-" + run + ".csv");
        assertThat(audited("rejects taken away")).isEqualTo(1);
    }

    @Test
    void an_administrator_answers_once() {
        assertThat(anne.get("/bureau/imports/" + run).text()).contains("C’est voulu, prendre ce paquet");
        assertThat(answer(anne, "false").where()).isEqualTo("/bureau/imports/" + run + "?reponse=non");
        assertThat(answer(anne, "true").where()).isEqualTo("/bureau/imports/" + run + "?reponse=tard");
        Answer after = anne.get("/bureau/imports/" + run);
        assertThat(after.text()).contains("Réponse donnée par Anne Caron", "Écarté à la main");
        assertThat(after.text()).doesNotContain("prendre ce paquet");
        assertThat(audited("import refused")).isEqualTo(1);
        assertThat(audited("import confirmed")).isZero();
    }

    @Test
    void yes_stages_the_import_in_the_same_transaction() throws InterruptedException {
        anne.get("/bureau/imports/" + run);
        assertThat(answer(anne, "true").where()).endsWith("?reponse=oui");
        assertThat(audited("import confirmed")).isEqualTo(1);
        for (int i = 0; i < 400 && !message().contains("n’est plus là"); i++) {
            Thread.sleep(25);
        }
        assertThat(message()).contains("n’est plus là");
    }

    @Test
    void for_everybody_else_there_is_no_such_page() {
        HttpBrowser claire = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.CLAIRE_LEMOINE);
        HttpBrowser manager = AtTheDesk.seat(
                new HttpBrowser(port),
                program,
                AtTheDesk.member(
                        program, "Rémi Test", "remi@imports.example", StaffRole.AGENCY_MANAGER, List.of("LAO"), null));
        for (HttpBrowser other : List.of(claire, manager)) {
            other.get("/bureau/compte");
            for (String path : List.of("", "/" + run, "/" + run + "/rejets.csv", "/nouvelles")) {
                assertThat(other.get("/bureau/imports" + path).status())
                        .as(path)
                        .isEqualTo(404);
            }
            assertThat(answer(other, "true").status()).isEqualTo(404);
        }
        assertThat(anne.get("/bureau/imports/999999999").status()).isEqualTo(404);
        assertThat(audited("import confirmed")).isZero();
    }

    private Answer answer(HttpBrowser browser, String take) {
        return browser.post("/bureau/imports/" + run + "/reponse", "prendre", take);
    }

    private String message() {
        return jdbc.sql("SELECT message FROM exchange.import_run WHERE id = :run")
                .param("run", run)
                .query(String.class)
                .single();
    }

    private int audited(String act) {
        return jdbc.sql("SELECT count(*) FROM platform.audit_line WHERE act = :act AND subject = :subject")
                .param("act", act)
                .param("subject", "import:" + run)
                .query(Integer.class)
                .single();
    }
}
