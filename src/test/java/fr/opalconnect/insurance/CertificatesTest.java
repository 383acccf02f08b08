package fr.opalconnect.insurance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import fr.opalconnect.ui.Texts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// From the tenant's photo to the ERP, without a script.
@WholeApplication
class CertificatesTest {
    private final LocalDate today = LocalDate.now(Texts.ZONE);
    private final LocalDate from = today.minusMonths(1);
    private final LocalDate until = from.plusYears(1).minusDays(1);

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Certificates certificates;

    @Autowired
    private InsuranceDesk desk;

    @Autowired
    private Reminders reminders;

    private SignedInTenant nadia = null;
    private SignedInStaff claire = null;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        Cleared.all(program);
        nadia = AtHome.as(program, Cast.NADIA_BENALI);
        claire = AtTheDesk.as(program, CastStaff.CLAIRE_LEMOINE);
    }

    @Test
    void dates_that_stand_in_a_pdf_are_proposed_and_sent_only_when_the_tenant_does() {
        HttpBrowser browser = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        String key = key(browser.get("/assurance"));
        Answer proposed = browser.upload("/assurance", "pieces", "attestation.pdf", pdf(), "cle", key);
        assertThat(proposed.status()).isEqualTo(200);
        assertThat(proposed.text()).contains("Nous avons lu ces dates", "attestation.pdf");
        assertThat(proposed.body()).contains("value=\"" + from + "\"", "value=\"" + until + "\"");
        assertThat(certificates.of(nadia)).isEmpty();

        Matcher piece =
                Pattern.compile("name=\"jointes\" value=\"([0-9a-f-]+)\"").matcher(proposed.body());
        assertThat(piece.find()).isTrue();
        String[] form = {
            "cle", key, "jointes", piece.group(1), "debut", from.toString(), "fin", until.toString(), "assureur", "X"
        };
        Answer sent = browser.post("/assurance", form);
        browser.post("/assurance", form); // pressed twice
        assertThat(browser.follow(sent).text()).contains("Attestation envoyée.", "En vérification");
        assertThat(certificates.of(nadia)).singleElement().satisfies(one -> {
            assertThat(one.until()).isEqualTo(until);
            assertThat(one.insurer()).isEqualTo("X");
        });
        assertThat(browser.get("/accueil").text()).contains("Assurance habitation En vérification");
    }

    @Test
    void what_is_missing_is_said_beside_the_field_and_the_file_is_kept() {
        HttpBrowser browser = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        String key = key(browser.get("/assurance"));
        Answer empty = browser.post("/assurance", "cle", key);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("Ajoutez une photo ou le PDF", "Écrivez le premier jour");
        byte[] silent = DemoCertificates.pdf("personne", from, from); // from and to are the same day: no period
        Answer kept = browser.upload("/assurance", "pieces", "a.pdf", silent, "cle", key, "assureur", "MAIF");
        assertThat(kept.status()).isEqualTo(422);
        assertThat(kept.text()).contains("Écrivez le dernier jour", "a.pdf");
        assertThat(kept.body()).contains("name=\"jointes\"", "value=\"MAIF\"", key);
    }

    @Test
    void the_office_accepts_with_one_press_and_the_tenant_sees_it() {
        UUID id = send(Cast.NADIA_BENALI);
        HttpBrowser office = office(CastStaff.CLAIRE_LEMOINE);
        assertThat(office.get("/bureau/assurances").text())
                .contains("À vérifier (1)", "Benali Nadia", "attestation.pdf", "Accepter");
        Answer done = office.post("/bureau/assurances/" + id + "/accepter");
        assertThat(office.follow(done).text()).contains("Acceptée. Le locataire le voit.", "À vérifier (0)");
        assertThat(AtHome.signedIn(program, port, Cast.NADIA_BENALI)
                        .get("/assurance")
                        .text())
                .contains("À jour", "Vous n’avez rien à faire");
        assertThat(jdbc.sql("SELECT from_state || ' ' || to_state || ' ' || actor_name from insurance.step"
                                + " WHERE from_state IS NOT NULL")
                        .query(String.class)
                        .list())
                .containsExactly("SENT ACCEPTED Claire Lemoine");
    }

    @Test
    void a_refusal_tells_the_tenant_why_and_what_to_do() {
        UUID id = send(Cast.NADIA_BENALI);
        HttpBrowser office = office(CastStaff.CLAIRE_LEMOINE);
        office.get("/bureau/assurances");
        Answer nothing = office.post("/bureau/assurances/" + id + "/refuser", "mots", " ");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text()).contains("Choisissez une raison, ou écrivez la vôtre.");
        int told = told();
        office.post("/bureau/assurances/" + id + "/refuser", "motif", "illisible");
        assertThat(told()).isEqualTo(told + 1);
        assertThat(AtHome.signedIn(program, port, Cast.NADIA_BENALI)
                        .get("/assurance")
                        .text())
                .contains("Refusée", "Prenez la photo à plat");
        assertThat(AtHome.signedIn(program, port, Cast.NADIA_BENALI)
                        .get("/accueil")
                        .text())
                .contains("Assurance habitation : refusée.");
        assertThat(desk.accept(claire, id)).isInstanceOf(Ending.NotNow.class);
        assertThat(certificates.withdraw(nadia, id)).isInstanceOf(Ending.NotNow.class);
    }

    @Test
    void what_was_accepted_too_soon_can_be_refused_and_the_erp_is_told_both() {
        UUID id = send(Cast.NADIA_BENALI);
        desk.accept(claire, id);
        InsuranceOutlet outlet = new InsuranceOutlet();
        TransactionTemplate transactions = program.getBean(TransactionTemplate.class);
        assertThat(transactions.<Integer>execute(status -> outlet.assign(jdbc, 900_001)))
                .isEqualTo(1);
        List<List<@Nullable String>> told = outlet.rows(jdbc, 900_001);
        assertThat(told)
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains("ATTESTATION", nadia.lease().value(), until.toString())
                        .endsWith("Claire Lemoine"));
        HttpBrowser office = office(CastStaff.CLAIRE_LEMOINE);
        assertThat(office.get("/bureau/assurances?etat=acceptee").text())
                .contains("Benali Nadia", "Revenir sur cette décision");
        office.post("/bureau/assurances/" + id + "/refuser", "mots", "L’assureur ne connaît pas ce contrat.");
        assertThat(transactions.<Integer>execute(status -> outlet.assign(jdbc, 900_002)))
                .isEqualTo(1);
        assertThat(outlet.rows(jdbc, 900_002))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("RETRAIT"));
        assertThat(outlet.rows(jdbc, 900_001)).isEqualTo(told);
        assertThat(transactions.<Integer>execute(status -> outlet.assign(jdbc, 900_003)))
                .isZero();
    }

    @Test
    void the_columns_are_those_of_the_published_schema() throws IOException {
        try (var schema = Objects.requireNonNull(
                getClass().getResourceAsStream("/fr/opalconnect/exchange/schemas/out/assurances.json"))) {
            List<String> names = new ArrayList<>();
            JsonMapper.shared()
                    .readTree(schema)
                    .path("fields")
                    .forEach(field -> names.add(field.path("name").asString()));
            assertThat(new InsuranceOutlet().columns()).isEqualTo(names);
        }
    }

    @Test
    void a_new_certificate_takes_the_place_of_one_that_nobody_has_looked_at() {
        UUID first = send(Cast.NADIA_BENALI);
        UUID second = send(Cast.NADIA_BENALI);
        assertThat(certificates.of(nadia))
                .extracting(Certificate::id, Certificate::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(second, CertificateState.SENT),
                        org.assertj.core.groups.Tuple.tuple(first, CertificateState.WITHDRAWN));
        assertThat(desk.accept(claire, first)).isInstanceOf(Ending.NotNow.class);
        assertThat(certificates.withdraw(nadia, second)).isInstanceOf(Ending.Done.class);
        assertThat(certificates.cover(nadia)).isEqualTo(Cover.none(nadia.lease()));
    }

    @Test
    void nobody_reaches_the_certificate_of_another() {
        UUID id = send(Cast.MARTINE_MARCHAND);
        UUID piece = certificates
                .of(AtHome.as(program, Cast.MARTINE_MARCHAND))
                .getFirst()
                .pieces()
                .getFirst();
        // The other holder of the lease sees that it is there, and not what is in it.
        HttpBrowser jeanPierre = AtHome.signedIn(program, port, Cast.JEAN_PIERRE_MARCHAND);
        assertThat(jeanPierre.get("/assurance").text())
                .contains("En vérification")
                .doesNotContain("attestation.pdf");
        for (Cast person : List.of(Cast.NADIA_BENALI, Cast.JEAN_PIERRE_MARCHAND)) {
            HttpBrowser browser = AtHome.signedIn(program, port, person);
            assertThat(browser.get("/assurance/pieces/" + piece).status()).isEqualTo(404);
            assertThat(browser.post("/assurance/" + id + "/retrait").status()).isEqualTo(404);
        }
        HttpBrowser laon = office(CastStaff.CLAIRE_LEMOINE);
        assertThat(laon.get("/bureau/assurances").text()).doesNotContain("Marchand");
        assertThat(laon.get("/bureau/assurances/pieces/" + piece).status()).isEqualTo(404);
        assertThat(laon.post("/bureau/assurances/" + id + "/accepter").status()).isEqualTo(404);
        assertThat(laon.get("/bureau/assurances.csv?etat=a-verifier").body()).doesNotContain("Marchand");
        HttpBrowser soissons = office(CastStaff.THOMAS_DELATTRE);
        assertThat(soissons.get("/bureau/assurances/pieces/" + piece).status()).isEqualTo(200);
    }

    @Test
    void the_list_of_those_missing_is_a_file_of_all_others() {
        UUID id = send(Cast.NADIA_BENALI);
        desk.accept(claire, id);
        HttpBrowser office = office(CastStaff.ANNE_CARON);
        Answer file = office.get("/bureau/assurances.csv");
        List<String> lines = file.body().lines().toList();
        assertThat(lines.getFirst()).contains("numero_bail;numero_locataire;titulaires");
        assertThat(lines).noneMatch(line -> line.contains(nadia.lease().value()));
        assertThat(lines).anyMatch(line -> line.contains("Carlier Odette") && line.contains("À envoyer"));
        // A car park is no household, nor is a lease that has ended.
        assertThat(lines).noneMatch(line -> line.contains("B0062540-2") || line.contains("B0057318-1"));
        int running = jdbc.sql("""
                        SELECT count(*) FROM tenancy.lease WHERE closed_at IS NULL AND term = 'IN_ARREARS'
                          AND starts_on <= current_date AND (ends_on IS NULL OR ends_on >= current_date)
                        """).query(Integer.class).single();
        assertThat(lines).hasSize(running); // the header in place of Nadia
        assertThat(office.get("/bureau/assurances?etat=manquante&etat=acceptee&page=2")
                        .text())
                .contains("Page d’avant");
    }

    @Test
    void who_sees_several_agencies_may_look_at_one() {
        send(Cast.MARTINE_MARCHAND);
        HttpBrowser office = office(CastStaff.ANNE_CARON);
        assertThat(office.get("/bureau/assurances").text()).contains("Agence Toutes", "À vérifier (1)", "Marchand");
        assertThat(office.get("/bureau/assurances?agence=LAO").text())
                .contains("À vérifier (0)")
                .doesNotContain("Marchand");
        assertThat(office.get("/bureau/assurances.csv?agence=SOI&etat=a-verifier")
                        .body())
                .contains("Marchand");
        assertThat(office.get("/bureau/assurances?agence=nulle-part").text()).contains("À vérifier (1)");
        // The agency is no door: whoever sees one only is not asked, and stays with it.
        assertThat(office(CastStaff.CLAIRE_LEMOINE)
                        .get("/bureau/assurances?agence=SOI")
                        .text())
                .doesNotContain("Marchand", "Toutes");
    }

    @Test
    void each_rung_of_the_ladder_is_climbed_once_and_a_new_certificate_ends_it() {
        UUID id = send(Cast.NADIA_BENALI);
        desk.accept(claire, id);
        int before = told();
        assertThat(reminders.climb()).isZero();
        assertThat(climb(id, today.plusDays(30))).isEqualTo(1);
        assertThat(climb(id, today.plusDays(29))).isZero();
        assertThat(climb(id, today.plusDays(10))).isEqualTo(1); // the job did not run on the fifteenth day
        assertThat(climb(id, today.plusDays(3))).isEqualTo(1);
        assertThat(climb(id, today)).isZero();
        assertThat(climb(id, today.minusDays(7))).isEqualTo(1);
        assertThat(climb(id, today.minusDays(90))).isZero();
        assertThat(told() - before).isEqualTo(4);
        assertThat(jdbc.sql("SELECT days from insurance.reminder ORDER BY days DESC")
                        .query(Integer.class)
                        .list())
                .containsExactly(30, 15, 3, -7);
        Emptied.by(jdbc, "DELETE from insurance.reminder");
        send(Cast.NADIA_BENALI);
        assertThat(climb(id, today.plusDays(3))).isZero();
    }

    @Test
    void a_certificate_that_ends_shows_on_accueil() {
        UUID id = send(Cast.NADIA_BENALI);
        desk.accept(claire, id);
        jdbc.sql("UPDATE insurance.certificate SET valid_until = :until")
                .param("until", today.plusDays(21))
                .update();
        program.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> program.getBean(Covers.class).forget());
        assertThat(AtHome.signedIn(program, port, Cast.NADIA_BENALI)
                        .get("/accueil")
                        .text())
                .contains("Assurance habitation : se termine dans 21 jours.", "Envoyer mon attestation");
    }

    @Test
    void a_car_park_is_asked_for_nothing() {
        HttpBrowser kevin = AtHome.signedIn(program, port, Cast.KEVIN_LEFEVRE);
        kevin.post("/bail", "bail", "B0062540-2");
        assertThat(kevin.get("/assurance").text()).contains("Rien à envoyer ici");
        assertThat(kevin.upload("/assurance", "pieces", "a.pdf", pdf()).status())
                .isEqualTo(404);
        assertThat(kevin.get("/accueil").text()).doesNotContain("Assurance habitation");
    }

    private int climb(UUID id, LocalDate end) {
        jdbc.sql("UPDATE insurance.certificate SET valid_from = :from, valid_until = :until WHERE id = :id")
                .param("from", end.minusYears(1))
                .param("until", end)
                .param("id", id)
                .update();
        return reminders.climb();
    }

    private int told() {
        return jdbc.sql("SELECT count(*) from notification.told WHERE kind LIKE 'INSURANCE_%'")
                .query(Integer.class)
                .single();
    }

    private UUID send(Cast person) {
        HttpBrowser browser = AtHome.signedIn(program, port, person);
        Answer sent = browser.upload(
                "/assurance",
                "pieces",
                "attestation.pdf",
                pdf(),
                "cle",
                key(browser.get("/assurance")),
                "debut",
                from.toString(),
                "fin",
                until.toString());
        assertThat(sent.where()).isEqualTo("/assurance?envoye");
        return certificates.of(AtHome.as(program, person)).getFirst().id();
    }

    private HttpBrowser office(CastStaff person) {
        HttpBrowser browser = AtTheDesk.seat(new HttpBrowser(port), program, person);
        browser.get("/bureau/compte");
        return browser;
    }

    private byte[] pdf() {
        return DemoCertificates.pdf("Nadia Benali", from, until);
    }

    private static String key(Answer form) {
        Matcher key = Pattern.compile("name=\"cle\" value=\"([^\"]+)\"").matcher(form.body());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }
}
