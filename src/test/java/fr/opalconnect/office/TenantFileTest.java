package fr.opalconnect.office;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.notification.Phones;
import fr.opalconnect.notification.Telling;
import fr.opalconnect.platform.Looks;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tenant's file and the change of a number, as the desk's forms send it.
@WholeApplication
class TenantFileTest {
    private static final String SAMUEL = "/bureau/locataires/" + Cast.SAMUEL_ROCHE.tenant();
    private static final String NEW = "06 39 98 11 22";

    @LocalServerPort
    private int port;

    @Autowired
    private Imports imports;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Looks looks;

    private HttpBrowser claire;

    @BeforeEach
    void atTheDesk() {
        DemoLandlord.bringInto(imports);
        new Telling(program).clear();
        claire = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.CLAIRE_LEMOINE);
        claire.get("/bureau/recherche");
    }

    @AfterEach
    void asTheErpHasIt() {
        Emptied.by(jdbc, "DELETE FROM tenancy.phone_correction");
        Emptied.by(jdbc, "DELETE FROM tenancy.contact_request");
    }

    @Test
    void what_is_looked_for_stands_in_the_answer_and_in_no_address() {
        HttpBrowser.Answer found = claire.post("/bureau/recherche", "q", "Roche Samuel");

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text())
                .contains("1 locataire")
                .contains("Roche Samuel")
                .contains("0044092")
                .contains("Nom");
        assertThat(found.body()).contains("value=\"Roche Samuel\"").contains("href=\"" + SAMUEL + "\"");
        assertThat(claire.post("/bureau/recherche/lignes", "q", "06 39 98 70 03")
                        .text())
                .contains("Roche Samuel")
                .contains("Téléphone");
    }

    @Test
    void a_file_shows_who_where_and_what_is_owed_and_the_look_is_written_down() {
        HttpBrowser.Answer file = claire.get(SAMUEL);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text())
                .contains(
                        "Samuel Roche",
                        "1 square des Poètes",
                        "Compte à jour, 25,40 €",
                        "06 39 98 70 03",
                        "titulaire",
                        "Assurance habitation")
                .containsPattern("Dossier consulté (\\d+ fois )?par Claire Lemoine");
        assertThat(looks.at(Cast.SAMUEL_ROCHE.tenant().value(), 1))
                .first()
                .satisfies(look -> assertThat(look.what()).isEqualTo("file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/telephone", "/compte?bail=B0062540-1"})
    void a_file_of_another_agency_does_not_exist(String page) {
        assertThat(claire.follow(claire.get("/bureau/locataires/" + Cast.KEVIN_LEFEVRE.tenant() + page))
                        .status())
                .isEqualTo(404);
        assertThat(claire.get("/bureau/locataires/9999999" + page).status()).isIn(302, 404);
        assertThat(looks.at(Cast.KEVIN_LEFEVRE.tenant().value(), 5).stream().map(Looks.Look::staffName))
                .doesNotContain("Claire Lemoine");
    }

    @Test
    void the_statement_is_the_tenants_own() {
        assertThat(claire.get(SAMUEL + "/compte?bail="
                                + Cast.SAMUEL_ROCHE.lease().number())
                        .text())
                .contains("Avance : 25,40 €");
        assertThat(claire.get(SAMUEL + "/compte?bail=B0062540-1").status()).isEqualTo(404);
    }

    @Test
    void somebody_who_has_left_is_looked_up_for_a_reason() {
        HttpBrowser thomas = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.THOMAS_DELATTRE);
        String elodie = "/bureau/locataires/" + Cast.ELODIE_VASSEUR.tenant();

        assertThat(thomas.get(elodie).text())
                .contains("Pourquoi ouvrir ce dossier")
                .doesNotContain("183,26");
        assertThat(thomas.post(elodie + "/motif", "motif", " ").status()).isEqualTo(422);
        HttpBrowser.Answer file = thomas.follow(thomas.post(elodie + "/motif", "motif", "Solde à régler"));

        assertThat(file.text()).contains("183,26").contains("« Solde à régler »");
    }

    @Test
    void a_number_is_changed_after_a_second_look_and_the_old_one_is_told() {
        HttpBrowser.Answer look = claire.post(SAMUEL + "/telephone", "nouveau", NEW, "motif", "Au guichet");
        assertThat(look.text()).contains("06 39 98 70 03", NEW, "L’ancien numéro reçoit un SMS");
        assertThat(corrections()).isZero();

        HttpBrowser.Answer done =
                claire.follow(claire.post(SAMUEL + "/telephone/corriger", "nouveau", NEW, "motif", "Au guichet"));

        assertThat(done.text())
                .contains("C’est corrigé", NEW, "L’ERP envoie encore : 06 39 98 70 03")
                .contains("Téléphone corrigé par Claire Lemoine : 06 39 98 70 03 → " + NEW, "« Au guichet »");
        assertThat(Phones.textTo(jdbc, "+33639987003", "votre numéro de téléphone a été changé"))
                .isEqualTo(Phones.textTo(jdbc, "+33639981122", "votre numéro de téléphone a été changé"));
        assertThat(claire.post("/bureau/recherche/lignes", "q", NEW).text()).contains("Roche Samuel");
        assertThat(jdbc.sql("SELECT actor FROM platform.audit_line WHERE act = 'phone corrected' AND subject = :number"
                                + " ORDER BY id DESC LIMIT 1")
                        .param("number", Cast.SAMUEL_ROCHE.tenant().value())
                        .query(String.class)
                        .single())
                .startsWith("staff:");

        HttpBrowser.Answer back = claire.follow(claire.post(SAMUEL + "/telephone/reprendre"));
        assertThat(back.text()).contains("06 39 98 70 03").doesNotContain("L’ERP envoie encore");
        assertThat(new Telling(program).kinds(Cast.SAMUEL_ROCHE.tenant().value()))
                .as("told of both changes")
                .containsExactly("PHONE_CHANGED", "PHONE_CHANGED");
        assertThat(claire.post("/bureau/recherche/lignes", "q", NEW).text()).doesNotContain("Roche Samuel");
    }

    @Test
    void the_second_look_says_what_speaks_against_it() {
        assertThat(claire.post(SAMUEL + "/telephone", "nouveau", "03 23 01 02 03", "motif", "x")
                        .text())
                .contains("C’est un numéro fixe");
        assertThat(claire.post(SAMUEL + "/telephone", "nouveau", "+32 470 12 34 56", "motif", "x")
                        .text())
                .contains("Les SMS ne partent pas vers ce pays");
        assertThat(claire.post(SAMUEL + "/telephone", "nouveau", "06 41 20 77 42", "motif", "x")
                        .text())
                .contains("Un autre locataire a déjà ce numéro")
                .contains("Benali Nadia");
        assertThat(claire.post(SAMUEL + "/telephone", "nouveau", "+33639983305", "motif", "x")
                        .text())
                .contains("Un locataire d’une autre agence a déjà ce numéro")
                .doesNotContain("Lefèvre");
        claire.post(SAMUEL + "/telephone/corriger", "nouveau", NEW, "motif", "Erreur de saisie");
        assertThat(claire.post(SAMUEL + "/telephone", "nouveau", "06 39 98 11 23", "motif", "x")
                        .text())
                .contains("Déjà changé le")
                .contains("« Erreur de saisie »");
    }

    @ParameterizedTest
    @ValueSource(strings = {"06 39 98", "bonjour", "0639987003", ""})
    void a_number_that_is_none_or_the_same_is_not_taken(String typed) {
        HttpBrowser.Answer again = claire.post(SAMUEL + "/telephone/corriger", "nouveau", typed, "motif", "Au guichet");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("value=\"Au guichet\"");
        assertThat(corrections()).isZero();
    }

    @Test
    void what_a_tenant_reported_is_a_task_of_the_agency_until_the_number_is_right() {
        report(
                "NOT_MY_NUMBER",
                Cast.SAMUEL_ROCHE.tenant().value(),
                Cast.SAMUEL_ROCHE.dwelling().value());
        report("NOT_MY_NUMBER", "99999", "0221-01-002");
        report("NO_MOBILE", Cast.KEVIN_LEFEVRE.tenant().value(), null);

        String tasks = claire.get("/bureau/coordonnees").text();
        assertThat(tasks).contains("2 demandes", "Samuel Roche", "Locataire inconnu", "« Ce n’est pas mon numéro »");
        assertThat(tasks).doesNotContain("Lefèvre");
        assertThat(claire.get(SAMUEL).text()).contains("« Ce n’est pas mon numéro »", "Classer la demande");

        claire.post(SAMUEL + "/telephone/corriger", "nouveau", NEW, "motif", "Au guichet");

        assertThat(claire.get("/bureau/coordonnees").text())
                .contains("1 demande")
                .doesNotContain("Samuel Roche");
        assertThat(claire.get(SAMUEL).text()).doesNotContain("Classer la demande");
    }

    @Test
    void a_task_of_another_agency_cannot_be_closed() {
        UUID id = report("NO_MOBILE", Cast.KEVIN_LEFEVRE.tenant().value(), null);

        assertThat(claire.post("/bureau/coordonnees/" + id + "/fait").status()).isEqualTo(404);
        assertThat(jdbc.sql("SELECT state FROM tenancy.contact_request WHERE id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("OPEN");
    }

    private UUID report(String reason, String tenant, String dwelling) {
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO tenancy.contact_request (id, asked_at, reason, tenant_number, dwelling_number)"
                        + " VALUES (:id, now(), :reason, :tenant, :dwelling)")
                .param("id", id)
                .param("reason", reason)
                .param("tenant", tenant)
                .param("dwelling", dwelling)
                .update();
        return id;
    }

    private long corrections() {
        return jdbc.sql("SELECT count(*) FROM tenancy.phone_correction")
                .query(Long.class)
                .single();
    }
}
