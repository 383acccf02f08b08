package fr.opalconnect.office;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.conversation.Conversation;
import fr.opalconnect.conversation.Desk;
import fr.opalconnect.conversation.Kind;
import fr.opalconnect.conversation.State;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.platform.Looks;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The desk without a script: every link and form works, and the walls between agencies stand.
@WholeApplication
class DeskTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    private Letters letters;
    private HttpBrowser claire;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        letters = new Letters(program);
        claire = seat(AtTheDesk.member(program, CastStaff.CLAIRE_LEMOINE));
    }

    @Test
    void an_adviser_of_one_agency_never_sees_the_conversations_of_another() {
        UUID leak = letters.begin(Cast.NADIA_BENALI, Kind.REPAIR, "Murmure de Laon", "Secret de Laon");
        HttpBrowser thomas = seat(AtTheDesk.member(program, CastStaff.THOMAS_DELATTRE));
        thomas.get("/bureau/modeles");
        thomas.get("/bureau");
        for (String pile : List.of("moi", "agence", "libres", "retard")) {
            assertThat(thomas.get("/bureau?pile=" + pile).body()).doesNotContain("Murmure de Laon");
        }
        String home = "/bureau/conversations/" + leak;
        String key = UUID.randomUUID().toString();
        assertThat(thomas.get(home).status()).isEqualTo(404);
        assertThat(thomas.get(home).text())
                .contains("Revenir à la boîte")
                .doesNotContain("appelez-nous", "Voir l’aide");
        assertThat(thomas.post(home + "/reponse", "message", "Bonjour", "cle", key)
                        .status())
                .isEqualTo(404);
        assertThat(thomas.post(home + "/etat", "vers", "faite").status()).isEqualTo(404);
        assertThat(thomas.post(home + "/attribution", "a", "").status()).isEqualTo(404);
        assertThat(thomas.post(home + "/transmission", "agence", "SOI").status())
                .isEqualTo(404);
        assertThat(thomas.post(home + "/creneaux", "jour", "2099-01-05", "de", "09:00", "a", "10:00")
                        .status())
                .isEqualTo(404);
        Answer several = thomas.post("/bureau/selection", "ids", leak.toString(), "acte", "clore", "cle", key);
        assertThat(several.where()).contains("clos.0.1");
        assertThat(opened(leak).head().state()).isEqualTo(State.RECEIVED);
        assertThat(opened(leak).messages()).hasSize(1);
    }

    @Test
    void each_sitting_at_a_conversation_is_one_look_in_the_log() {
        UUID leak = letters.begin(Cast.FATOUMATA_DIALLO, Kind.MESSAGE, "Bruit", "Du bruit la nuit.");
        StaffMember anne = AtTheDesk.member(program, CastStaff.ANNE_CARON);
        long before = looks(Cast.FATOUMATA_DIALLO, anne);
        HttpBrowser browser = seat(anne);
        browser.get("/bureau/conversations/" + leak);
        browser.get("/bureau/conversations/" + leak);
        assertThat(looks(Cast.FATOUMATA_DIALLO, anne)).isEqualTo(before + 1);
    }

    @Test
    void the_list_shows_what_the_filters_say_and_keeps_them_from_page_to_page() {
        letters.begin(Cast.NADIA_BENALI, Kind.TRANSFER, "Demande de mutation", "Plus grand.");
        letters.begin(Cast.NADIA_BENALI, Kind.CERTIFICATE, "Papier de loyer", "Pour la CAF.");
        String list =
                claire.get("/bureau?pile=agence&genre=mutation&etat=recue").body();
        assertThat(list).contains("Demande de mutation").doesNotContain("Papier de loyer");
        assertThat(list).contains("?pile=agence&amp;genre=mutation&amp;etat=recue");
        assertThat(claire.get("/bureau?pile=agence&genre=mutation&etat=close").text())
                .contains("Rien avec ce filtre");
        assertThat(claire.get("/bureau?pile=n-importe&genre=quoi&etat=x&suite=1_2")
                        .status())
                .isEqualTo(200);
        assertThat(claire.get("/bureau?pile=agence&lieu=Nulle+part%7CZ").text()).contains("Rien avec ce filtre");
    }

    @Test
    void an_answer_is_not_sent_over_one_that_a_colleague_gave_meanwhile_unless_one_insists() {
        UUID id = letters.begin(Cast.NADIA_BENALI, Kind.MESSAGE, "Question", "Quand passez-vous ?");
        String seen = Long.toString(System.currentTimeMillis());
        StaffMember sophie = AtTheDesk.member(
                program, "Sophie Girard", "sophie.girard@opal.example", StaffRole.AGENCY_MANAGER, List.of("LAO"), null);
        program.getBean(Desk.class).answer(AtTheDesk.as(sophie), id, Letters.words("Nous passons demain."), null);
        String home = "/bureau/conversations/" + id;
        String key = UUID.randomUUID().toString();
        claire.get(home);
        Answer warned = claire.post(home + "/reponse", "message", "Lundi !", "cle", key, "vu", seen);
        assertThat(warned.status()).isEqualTo(409);
        assertThat(warned.text()).contains("Sophie Girard a répondu").contains("Lundi !");
        assertThat(opened(id).messages()).hasSize(2);
        Answer sent = claire.post(home + "/reponse", "message", "Lundi !", "cle", key, "vu", seen, "malgre", "oui");
        assertThat(sent.where()).contains("dit=envoye");
        claire.post(home + "/reponse", "message", "Lundi !", "cle", key, "vu", seen, "malgre", "oui");
        assertThat(opened(id).messages()).hasSize(3);
    }

    @Test
    void a_template_is_filled_in_and_what_is_missing_is_not_sent() {
        UUID id = letters.begin(Cast.NADIA_BENALI, Kind.ACCOUNT_QUESTION, "Mon compte", "Combien ?");
        String home = "/bureau/conversations/" + id;
        claire.get(home);
        String balance = "0192f3a0-0000-7000-8000-000000000004";
        String key = UUID.randomUUID().toString();
        Answer filled = claire.post(
                home + "/reponse", "message", "Déjà écrit.", "cle", key, "modele", balance, "inserer", "oui");
        assertThat(filled.body())
                .contains("Déjà écrit.")
                .contains("Bonjour Mme Benali,")
                .contains("Claire Lemoine");
        assertThat(filled.text()).containsPattern("Le solde de votre compte est de [0-9]");
        Answer refused = claire.post(home + "/reponse", "message", "Il reste [solde ?].", "cle", key);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Il reste [solde ?] à compléter");
        assertThat(claire.post(home + "/reponse", "message", "  ", "cle", key).text())
                .contains("Écrivez quelque chose avant d’envoyer");
    }

    @Test
    void what_is_being_written_is_kept_and_colleagues_see_that_somebody_writes() {
        UUID id = letters.begin(Cast.NADIA_BENALI, Kind.MESSAGE, "Brouillon", "Bonjour");
        String home = "/bureau/conversations/" + id;
        claire.get(home);
        assertThat(claire.post(home + "/brouillon", "message", "Je commence à").status())
                .isEqualTo(204);
        assertThat(claire.get(home).body()).contains(">Je commence à</textarea>");
        HttpBrowser anne = seat(AtTheDesk.member(program, CastStaff.ANNE_CARON));
        assertThat(anne.get(home).text()).contains("Claire Lemoine écrit une réponse");
        claire.post(
                home + "/reponse",
                "message",
                "Je finis.",
                "cle",
                UUID.randomUUID().toString());
        assertThat(anne.get(home).text()).doesNotContain("écrit une réponse");
        assertThat(claire.get(home).body()).doesNotContain("Je commence à");
    }

    @Test
    void several_are_given_closed_and_answered_at_once() {
        UUID one = letters.begin(Cast.NADIA_BENALI, Kind.CERTIFICATE, "Un", "Un.");
        UUID two = letters.begin(Cast.NADIA_BENALI, Kind.CERTIFICATE, "Deux", "Deux.");
        claire.get("/bureau");
        String key = UUID.randomUUID().toString();
        String ready = "0192f3a0-0000-7000-8000-000000000007";
        for (int times = 0; times < 2; times++) {
            Answer answered = several(key, one, two, "acte=repondre&modele=" + ready);
            assertThat(answered.where()).contains("repondus.2.0");
        }
        assertThat(opened(one).messages()).hasSize(2);
        assertThat(opened(two).messages().getLast().body()).startsWith("Bonjour Mme Benali,");
        assertThat(several(key, one, two, "acte=clore").where()).contains("clos.2.0");
        assertThat(opened(two).head().state()).isEqualTo(State.DONE);
        assertThat(claire.get("/bureau?dit=clos.2.0").text()).contains("2 conversations closes");
        assertThat(claire.post("/bureau/selection", "acte", "clore", "cle", key).where())
                .contains("rien.0.0");
    }

    @Test
    void those_who_manage_write_templates_and_words_that_nobody_can_fill_in_are_refused() {
        assertThat(claire.get("/bureau/modeles").text()).contains("Bien reçu").doesNotContain("Nouveau modèle");
        claire.get("/bureau");
        assertThat(claire.post("/bureau/modeles", "nom", "Moi", "texte", "x").status())
                .isEqualTo(404);
        HttpBrowser anne = seat(AtTheDesk.member(program, CastStaff.ANNE_CARON));
        anne.get("/bureau/modeles");
        Answer unknown = anne.post("/bureau/modeles", "nom", "Essai", "texte", "Bonjour {nom}, {couleur}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text()).contains("{couleur} ne se remplit pas");
        assertThat(anne.post("/bureau/modeles", "nom", "bien REÇU", "texte", "x")
                        .text())
                .contains("Un autre modèle porte ce nom");
        Answer kept = anne.post("/bureau/modeles", "nom", "Essai", "texte", "Bonjour {nom}");
        assertThat(kept.where()).contains("dit=enregistre");
        String id = kept.where().replaceFirst(".*id=", "");
        assertThat(claire.get("/bureau/modeles").text()).contains("Essai");
        anne.post("/bureau/modeles/" + id + "/suppression");
        assertThat(claire.get("/bureau/modeles").text()).doesNotContain("Essai");
    }

    @Test
    void figures_are_for_those_who_manage_and_of_their_own_agencies() {
        UUID id = letters.begin(Cast.NADIA_BENALI, Kind.NOTICE_TO_QUIT, "Préavis", "Je pars.");
        program.getBean(Desk.class)
                .answer(AtTheDesk.as(program, CastStaff.CLAIRE_LEMOINE), id, Letters.words("Bien noté."), null);
        assertThat(claire.get("/bureau/chiffres").status()).isEqualTo(404);
        assertThat(claire.get("/bureau/chiffres.csv").status()).isEqualTo(404);
        String soissons = seat(AtTheDesk.member(
                        program,
                        "Marc Petit",
                        "marc.petit@opal.example",
                        StaffRole.AGENCY_MANAGER,
                        List.of("SOI"),
                        null))
                .get("/bureau/chiffres")
                .text();
        assertThat(soissons)
                .contains("Soissons", "Compté à")
                .doesNotContain("Laon")
                .doesNotContain("Préavis");
        HttpBrowser anne = seat(AtTheDesk.member(program, CastStaff.ANNE_CARON));
        assertThat(anne.get("/bureau/chiffres").text())
                .contains("Laon")
                .contains("Soissons")
                .contains("Préavis");
        assertThat(anne.get("/bureau/chiffres?du=2026-02-30").status()).isEqualTo(422);
        Answer file = anne.get("/bureau/chiffres.csv");
        assertThat(file.body()).contains("mesure;de;nombre").contains("activation;");
        assertThat(file.response().headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
    }

    @Test
    void times_are_offered_when_they_can_be_kept_and_else_what_was_typed_stays() {
        UUID id = letters.begin(Cast.NADIA_BENALI, Kind.REPAIR, "Porte", "Elle frotte.");
        String home = "/bureau/conversations/" + id;
        claire.get(home);
        Answer past = claire.post(home + "/creneaux", "jour", "2020-01-06", "de", "09:00", "a", "10:00");
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.text()).contains("ce moment est déjà passé");
        assertThat(past.body()).contains("value=\"2020-01-06\"");
        assertThat(claire.post(home + "/creneaux", "jour", "2099-01-05", "de", "10:00", "a", "09:00")
                        .text())
                .contains("une fin plus tardive");
        assertThat(claire.post(home + "/creneaux", "jour", "").text()).contains("Indiquez au moins un créneau");
        assertThat(claire.post(home + "/creneaux", "jour", "2099-01-05", "de", "09:00", "a", "10:00")
                        .where())
                .contains("dit=propose");
        assertThat(opened(id).offered()).hasSize(1);
    }

    @Test
    void what_is_handed_over_to_another_agency_leaves_the_list_and_opens_there() {
        UUID id = letters.begin(Cast.NADIA_BENALI, Kind.MESSAGE, "Pour ailleurs", "Bonjour");
        claire.get("/bureau/conversations/" + id);
        Answer over = claire.post(
                "/bureau/conversations/" + id + "/transmission", "agence", "SOI", "mot", "Elle déménage chez vous");
        assertThat(over.where()).isEqualTo("/bureau?dit=transmis");
        assertThat(claire.get("/bureau/conversations/" + id).status()).isEqualTo(404);
        HttpBrowser thomas = seat(AtTheDesk.member(program, CastStaff.THOMAS_DELATTRE));
        assertThat(thomas.get("/bureau/conversations/" + id + "?pile=libres").text())
                .contains("Elle déménage chez vous")
                .contains("Son logement n’est pas dans vos agences");
    }

    private Answer several(String key, UUID one, UUID two, String more) {
        return claire.post("/bureau/selection?ids=" + one + "&ids=" + two + "&" + more, "cle", key);
    }

    private Conversation opened(UUID id) {
        return Objects.requireNonNull(
                program.getBean(Desk.class).open(AtTheDesk.as(program, CastStaff.CLAIRE_LEMOINE), id));
    }

    private long looks(Cast tenant, StaffMember staff) {
        return program.getBean(Looks.class).at(tenant.tenant().value(), 1_000).stream()
                .filter(look -> look.staff().equals(staff.id()) && look.what().equals("conversation"))
                .count();
    }

    private HttpBrowser seat(StaffMember member) {
        return AtTheDesk.seat(new HttpBrowser(port), program, member);
    }
}
