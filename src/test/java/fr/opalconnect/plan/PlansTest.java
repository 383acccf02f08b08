package fr.opalconnect.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A plan from the simulator to the ERP, on PostgreSQL.
@WholeApplication
class PlansTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Plans plans;

    @Autowired
    private Course course;

    @Autowired
    private JdbcClient jdbc;

    private HttpBrowser nadia = null;
    private HttpBrowser claire = null;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        Emptied.by(jdbc, "TRUNCATE plan.plan, plan.instalment, plan.step");
        Emptied.by(jdbc, "DELETE FROM platform.rate_limit");
        nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        claire = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.CLAIRE_LEMOINE);
        claire.get("/bureau/compte");
    }

    @Test
    void the_simulator_works_out_months_and_amounts_and_the_old_path_leads_there() {
        assertThat(nadia.get("/demandes/etalement").where()).isEqualTo("/payer/etalement");
        assertThat(nadia.get("/payer/etalement?mois=6").text()).contains("5 fois 68,73 €, puis 68,72 €");
        assertThat(nadia.get("/payer/etalement?parmois=100").text()).contains("En 5 mois");
        assertThat(nadia.get("/payer/etalement?parmois=1").text()).contains("plus de 20 mois");
        HttpBrowser samuel = AtHome.signedIn(program, port, Cast.SAMUEL_ROCHE);
        assertThat(samuel.get("/payer/etalement").text()).contains("il n’y a rien à étaler");
        assertThat(samuel.post(
                                "/payer/etalement",
                                "mois",
                                "6",
                                "cle",
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void asked_accepted_followed_and_told_to_the_erp() {
        Plan plan = ask();
        assertThat(nadia.get("/messages/" + plan.conversation()).text())
                .contains("Je demande à payer en plusieurs mois. 412,37 € en 6 mois", "Mon contrat s’est arrêté");
        assertThat(claire.get("/bureau/etalements").text()).contains("Nadia Benali", "5 fois 68,73 €");

        assertThat(claire.follow(claire.post(path(plan, "accepter"))).text()).contains("Accepté");
        String mine = nadia.get("/payer/etalement").body();
        assertThat(mine)
                .contains("/payer?montant=6873&amp;echeance="
                        + plan.instalments().getFirst().id());
        assertThat(nadia.get("/payer").text())
                .contains("Votre étalement est en cours : 68,73 € le")
                .doesNotContain("Difficile de tout payer");
        assertThat(nadia.get("/accueil").text()).contains("Votre étalement est en cours. Voir mes échéances");
        assertThat(nadia.get("/messages/" + plan.conversation()).text()).contains("Votre étalement est accepté");
        assertThat(claire.post(path(plan, "refuser"), "motif", "trop tard").where())
                .endsWith("fait=entretemps");

        PlanOutlet outlet = new PlanOutlet();
        assertThat(outlet.assign(jdbc, 3)).isEqualTo(1);
        assertThat(outlet.rows(jdbc, 3))
                .hasSize(6)
                .first()
                .satisfies(row -> assertThat(row).contains("ACCORD", "B0048213-1", "412.37", "1", "68.73"));
        assertThat(outlet.rows(jdbc, 3)).isEqualTo(outlet.rows(jdbc, 3));
        claire.post(path(plan, "arreter"), "motif", "Trois échéances manquent");
        assertThat(outlet.assign(jdbc, 4)).isEqualTo(1);
        assertThat(outlet.rows(jdbc, 4))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("ARRET"));
        assertThat(nadia.get("/payer/etalement").text()).contains("Votre dernier étalement : Arrêté par l’agence");
        assertThat(nadia.get("/accueil").text()).doesNotContain("Votre étalement est en cours");
    }

    @Test
    void paid_to_the_last_instalment_it_is_over_by_itself_and_the_erp_hears_of_both() {
        Plan plan = ask();
        claire.post(path(plan, "accepter"));
        assertThat(course.completePaid()).isZero();
        jdbc.sql("""
                        INSERT INTO payment.payment (id, intention, reference, lease_number, tenant_number, amount_cents,
                                                     instalment, provider, transaction_day, transaction_number,
                                                     language, site, begun_at, state, steps)
                        SELECT gen_random_uuid(), gen_random_uuid(), 'ECH' || place, :lease, :tenant, amount_cents, id,
                               'sandbox', date '2000-01-01', place, 'fr', '', now(), 'PAID', 0
                        FROM plan.instalment WHERE plan_id = :plan
                        """)
                .param("tenant", plan.tenant().value())
                .param("lease", plan.lease().value())
                .param("plan", plan.id())
                .update();
        assertThat(nadia.get("/payer/etalement").text()).contains("Tout est payé : votre étalement est terminé");
        assertThat(course.completePaid()).isEqualTo(1);
        assertThat(course.completePaid()).isZero();
        assertThat(plans.latest(as(Cast.NADIA_BENALI)).state()).isEqualTo(PlanState.COMPLETED);
        assertThat(claire.get("/bureau/etalements").text())
                .contains("Nadia Benali", "Tout est payé")
                .doesNotContain("Arrêter l’étalement");

        PlanOutlet outlet = new PlanOutlet();
        assertThat(outlet.assign(jdbc, 3)).isEqualTo(2);
        assertThat(outlet.rows(jdbc, 3)).extracting(row -> row.get(1)).contains("ACCORD", "SOLDE");
        Emptied.by(jdbc, "DELETE FROM payment.payment WHERE instalment IS NOT NULL");
    }

    @Test
    void other_terms_are_the_tenants_to_accept_or_not() {
        Plan plan = ask();
        String first = LocalDate.now(fr.opalconnect.ui.Texts.ZONE).plusDays(40).toString();
        assertThat(claire.post(path(plan, "proposer"), "mois", "0", "premiere", first)
                        .status())
                .isEqualTo(422);
        assertThat(claire.post(path(plan, "proposer"), "mois", "4", "premiere", "hier")
                        .status())
                .isEqualTo(422);
        claire.post(path(plan, "proposer"), "mois", "4", "premiere", first, "motif", "Quatre mois, c’est mieux");
        Answer asked = nadia.get("/payer/etalement");
        assertThat(asked.text()).contains("412,37 € en 4 mois", "Est-ce que cela vous va");
        assertThat(nadia.get("/messages/" + plan.conversation()).text()).contains("Quatre mois, c’est mieux");
        assertThat(claire.post(path(plan, "accepter")).where()).endsWith("fait=entretemps");

        nadia.get("/payer/etalement");
        assertThat(nadia.follow(nadia.post("/payer/etalement/" + plan.id() + "/accord"))
                        .text())
                .contains("C’est d’accord", "En cours");
        assertThat(jdbc.sql("SELECT string_agg(to_state, ' ' ORDER BY at, id) FROM plan.step WHERE plan_id = :plan")
                        .param("plan", plan.id())
                        .query(String.class)
                        .single())
                .isEqualTo("REQUESTED PROPOSED ACCEPTED");
    }

    @Test
    void refused_or_withdrawn_another_can_be_asked_for_and_a_reason_is_needed() {
        Plan plan = ask();
        assertThat(claire.post(path(plan, "refuser"), "motif", " ").status()).isEqualTo(422);
        claire.post(path(plan, "refuser"), "motif", "Un plan court déjà au tribunal");
        assertThat(nadia.get("/messages/" + plan.conversation()).text()).contains("Un plan court déjà au tribunal");
        Plan second = ask();
        assertThat(second.id()).isNotEqualTo(plan.id());
        nadia.post("/payer/etalement/" + second.id() + "/retrait");
        assertThat(plans.latest(as(Cast.NADIA_BENALI)).state()).isEqualTo(PlanState.WITHDRAWN);
    }

    @Test
    void what_is_not_theirs_is_not_there() {
        Plan plan = ask();
        HttpBrowser fatoumata = AtHome.signedIn(program, port, Cast.FATOUMATA_DIALLO);
        assertThat(fatoumata.post("/payer/etalement/" + plan.id() + "/retrait").status())
                .isEqualTo(404);
        HttpBrowser thomas = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.THOMAS_DELATTRE);
        thomas.get("/bureau/compte");
        assertThat(thomas.get("/bureau/etalements").text()).doesNotContain("Benali");
        assertThat(thomas.post(path(plan, "accepter")).status()).isEqualTo(404);
    }

    @Test
    void sent_at_once_from_everywhere_it_is_one_plan() throws Exception {
        SignedInTenant who = as(Cast.FATOUMATA_DIALLO);
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Ending>> tries = IntStream.range(0, 6)
                    .<Callable<Ending>>mapToObj(i -> () -> plans.request(who, 12, "", UUID.randomUUID()))
                    .toList();
            int done = 0;
            for (Future<Ending> each : threads.invokeAll(tries)) {
                done += each.get() instanceof Ending.Done ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(jdbc.sql("SELECT count(*) FROM plan.plan")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Plan ask() {
        nadia.get("/payer/etalement");
        Answer sent = nadia.post(
                "/payer/etalement",
                "mois",
                "6",
                "message",
                "Mon contrat s’est arrêté.",
                "cle",
                UUID.randomUUID().toString());
        assertThat(nadia.follow(sent).text()).contains("Votre demande est partie");
        return plans.latest(as(Cast.NADIA_BENALI));
    }

    private SignedInTenant as(Cast person) {
        return AtHome.as(program, person);
    }

    private static String path(Plan plan, String act) {
        return "/bureau/etalements/" + plan.id() + "/" + act;
    }
}
