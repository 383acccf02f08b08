package fr.opalconnect.conversation;

import static fr.opalconnect.conversation.Said.id;
import static fr.opalconnect.conversation.Said.repair;
import static fr.opalconnect.conversation.Said.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.conversation.Street.Agency;
import fr.opalconnect.kernel.SignedInTenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The tenant's pages as plain forms, without a script.
@ClockApplication
class TenantPagesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Street street;

    @Autowired
    private Conversations conversations;

    @Autowired
    private InstantSource clock;

    @Autowired
    private Desk desk;

    @Autowired
    private Caseload caseload;

    private Agency agency = null;
    private SignedInTenant nadia = null;
    private HttpBrowser browser = null;

    @BeforeEach
    void signIn() {
        agency = street.agency();
        nadia = street.household(agency);
        browser = seat(nadia);
    }

    @Test
    void an_empty_list_says_what_will_be_here() {
        assertThat(browser.get("/messages").text()).contains("Pas encore de message");
    }

    @Test
    void a_message_needs_words_and_a_second_press_sends_nothing_twice() {
        Answer form = browser.get("/messages/ecrire");
        assertThat(form.text()).contains("Écrire à Claire");
        String key = key(form);
        Answer empty = browser.post("/messages/ecrire", "cle", key, "message", "  ");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("Écrivez un message, ou joignez");
        assertThat(key(empty)).isEqualTo(key);
        Answer sent = browser.post("/messages/ecrire", "cle", key, "message", "La clé est perdue. Que faire ?");
        Answer again = browser.post("/messages/ecrire", "cle", key, "message", "La clé est perdue. Que faire ?");
        assertThat(again.where()).isEqualTo(sent.where()).startsWith("/messages/");
        Answer thread = browser.get(path(sent));
        assertThat(thread.text()).contains("La clé est perdue. Que faire ?", "Envoyé", "vous répond au plus tard");
        assertThat(thread.body()).contains("<h1>La clé est perdue.</h1>");
        assertThat(conversations.list(nadia)).hasSize(1);
    }

    @Test
    void what_was_typed_is_kept_when_it_is_too_long() {
        String letter = "Très long. ".repeat(500);
        Answer answer =
                browser.post("/messages/ecrire", "cle", key(browser.get("/messages/ecrire")), "message", letter);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(letter.strip()).contains("Coupez-le en deux");
    }

    @Test
    void three_questions_make_a_request_with_a_number_and_say_who_pays() {
        assertThat(browser.get("/signaler").text()).contains("Où est le problème", "Dans la cuisine", "0 800 47 33 33");
        assertThat(browser.get("/signaler?lieu=cuisine").text()).contains("Que se passe-t-il", "L’eau fuit");
        Answer last = browser.get("/signaler?lieu=cuisine&probleme=robinet");
        assertThat(last.text()).contains("Est-ce urgent", "C’est le plus souvent à votre charge", "vous répond");
        Answer sent = browser.post(
                "/signaler",
                "cle",
                key(last),
                "lieu",
                "cuisine",
                "probleme",
                "robinet",
                "urgence",
                "non",
                "message",
                "Il goutte la nuit");
        Answer thread = browser.get(path(sent));
        assertThat(thread.text())
                .contains("Un robinet ou la douche goutte", "Reçue", "Il goutte la nuit")
                .containsPattern("demande n° [0-9]{2}-[0-9]{4}");
        Head head = conversations.list(nadia).getFirst().head();
        assertThat(head.kind()).isEqualTo(Kind.REPAIR);
        assertThat(head.trouble()).isEqualTo("robinet");
        assertThat(head.urgent()).isFalse();
    }

    @Test
    void an_emergency_shows_whom_to_call_before_anything_else() {
        assertThat(browser.get("/signaler?lieu=electricite&probleme=gaz").text())
                .contains("Ouvrez les fenêtres", "sortez", "0 800 47 33 33", "18 ou 112");
        assertThat(browser.get("/signaler?lieu=immeuble&probleme=ascenseur").text())
                .contains("bloqué dedans", "112");
        assertThat(browser.get("/signaler?lieu=cuisine&probleme=fuite").text()).contains("robinet d’arrêt");
        assertThat(browser.get("/signaler?lieu=cuisine&probleme=robinet").body())
                .doesNotContain("note bad");
    }

    @Test
    void urgency_must_be_answered_and_the_words_stay() {
        Answer last = browser.get("/signaler?lieu=cuisine&probleme=bouchon");
        Answer back = browser.post(
                "/signaler",
                "cle",
                key(last),
                "lieu",
                "cuisine",
                "probleme",
                "bouchon",
                "message",
                "Bouché depuis hier");
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.text()).contains("Dites si c’est urgent").contains("Bouché depuis hier");
    }

    @Test
    void neighbours_follow_instead_of_reporting_again_and_read_nobodys_words() {
        String estate = Objects.requireNonNull(street.lease(nadia).estate());
        UUID lift = id(conversations.open(
                nadia, new Draft(Kind.REPAIR, "L'ascenseur", "ascenseur", true, true, words("Ma mère est bloquée"))));
        SignedInTenant neighbour = street.household(agency, estate);
        HttpBrowser theirs = seat(neighbour);
        Answer page = theirs.get("/signaler?lieu=immeuble&probleme=ascenseur");
        assertThat(page.text()).contains("Déjà signalé par 1 voisin").doesNotContain("Ma mère");
        theirs.follow(theirs.post("/signaler/suivre", "probleme", "ascenseur", "demande", lift.toString()));
        caseload.move(agency.staff(), lift, State.TAKEN_ON, null);
        Answer list = theirs.get("/messages");
        assertThat(list.text())
                .contains("vous suivez", "L’ascenseur est en panne", "Prise en charge")
                .doesNotContain("Ma mère")
                .doesNotContain("Vasseur");
        assertThat(theirs.get("/messages/" + lift).status()).isEqualTo(404);
        theirs.post("/signaler/suivre/fin", "demande", lift.toString());
        assertThat(theirs.get("/messages").text()).doesNotContain("vous suivez");
    }

    @Test
    void a_time_is_picked_with_a_button_and_goes_into_the_calendar() {
        UUID leak = id(conversations.open(nadia, repair("fuite", true)));
        Instant tomorrow = clock.instant().plus(Duration.ofDays(2));
        desk.offerSlots(agency.staff(), leak, List.of(new Slot.Times(tomorrow, tomorrow.plus(Duration.ofHours(2)))));
        Answer thread = browser.get("/messages/" + leak);
        assertThat(thread.text()).contains("Oui, je serai là", "Autre créneau");
        assertThat(browser.get("/messages/" + leak + "/rendez-vous.ics").status())
                .isEqualTo(404);
        browser.post("/messages/" + leak + "/creneau", "creneau", value(thread, "creneau"));
        assertThat(browser.get("/messages/" + leak).text()).contains("Intervention prévue", "Ajouter à mon agenda");
        Answer file = browser.get("/messages/" + leak + "/rendez-vous.ics");
        assertThat(file.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/calendar");
        assertThat(file.body()).contains("BEGIN:VEVENT");
        browser.get("/messages/" + leak);
        browser.post("/messages/" + leak + "/creneau", "creneau", "");
        assertThat(browser.get("/messages/" + leak).text())
                .contains("Prise en charge")
                .doesNotContain("agenda");
    }

    @Test
    void the_tenant_has_the_last_word_on_whether_it_is_repaired() {
        UUID leak = id(conversations.open(nadia, repair("fuite", true)));
        caseload.move(agency.staff(), leak, State.DONE, null);
        assertThat(browser.get("/messages/" + leak).text())
                .contains("Est-ce réparé", "C’est réparé", "se ferme toute seule");
        browser.post("/messages/" + leak + "/rouvrir");
        assertThat(browser.get("/messages/" + leak).text()).contains("Reçue").doesNotContain("Est-ce réparé");
        caseload.move(agency.staff(), leak, State.DONE, null);
        browser.get("/messages/" + leak);
        browser.post("/messages/" + leak + "/fin");
        assertThat(browser.get("/messages/" + leak).text()).contains("Cette demande est close", "Rouvrir la demande");
    }

    @Test
    void a_number_on_every_page_says_how_much_is_to_be_read() {
        UUID leak = id(conversations.open(nadia, repair("fuite", true)));
        assertThat(browser.get("/accueil").body()).doesNotContain("class=\"badge\"");
        desk.answer(agency.staff(), leak, words("Bonjour"), null);
        assertThat(browser.get("/accueil").text()).contains(", 1 à lire");
        assertThat(browser.get("/messages/" + leak).text()).contains("Bonjour");
        assertThat(browser.get("/accueil").body()).doesNotContain("class=\"badge\"");
    }

    @Test
    void a_search_leaves_no_words_in_an_address() {
        conversations.open(nadia, repair("fuite", true));
        browser.get("/messages");
        Answer found = browser.post("/messages/recherche", "q", "evier");
        assertThat(found.text()).contains("1 conversation trouvée");
        assertThat(browser.post("/messages/recherche", "q", "baobab").text()).contains("Nous n’avons rien trouvé");
        assertThat(browser.get("/messages/recherche?q=evier").where()).isEqualTo("/messages");
    }

    @Test
    void co_holders_are_told_who_sees_what() {
        assertThat(browser.get("/messages/ecrire").body()).doesNotContain("name=\"partage\"");
        SignedInTenant husband = street.coHolder(nadia);
        Answer form = browser.get("/messages/ecrire");
        assertThat(form.body()).contains("name=\"partage\"").doesNotContain("value=\"oui\" checked");
        Answer sent = browser.post("/messages/ecrire", "cle", key(form), "message", "Entre nous");
        assertThat(browser.get(path(sent)).text()).contains("Privé : les autres titulaires");
        assertThat(seat(husband).get(path(sent)).status()).isEqualTo(404);
        assertThat(browser.get("/signaler?lieu=cuisine&probleme=fuite").body()).contains("value=\"oui\" checked");
    }

    @Test
    void each_request_that_stands_ready_asks_what_it_needs_and_becomes_one() {
        for (Asking asking : Asking.values()) {
            Answer form = browser.get(asking.href());
            if (asking == Asking.REPAYMENT_PLAN) {
                // Worked out first; what a phone has kept of the old form is still taken.
                assertThat(form.where()).isEqualTo("/payer/etalement");
                continue;
            }
            assertThat(form.status()).as(asking.href()).isEqualTo(200);
            String choice = asking.choices().isEmpty() ? "" : asking.choices().getFirst();
            if (!choice.isEmpty() || asking.needsLine() || asking.needsWords()) {
                assertThat(browser.post(asking.href(), "cle", key(form)).status())
                        .isEqualTo(422);
            }
            Answer sent = browser.post(
                    asking.href(), "cle", key(form), "choix", choice, "ligne", "06 39 98 00 00", "message", "Merci");
            assertThat(sent.where()).as(asking.href()).startsWith("/messages/");
            assertThat(browser.get(path(sent)).text()).contains("Merci", "demande n°");
        }
        assertThat(conversations.list(nadia))
                .extracting(line -> line.head().kind())
                .hasSize(Asking.values().length - 1);
        assertThat(browser.get("/demandes/rien").status()).isEqualTo(404);
    }

    @Test
    void a_notice_to_quit_is_prepared_as_a_letter_in_french_with_the_law_behind_it() {
        Answer form = browser.get("/demandes/preavis");
        assertThat(form.text())
                .contains("Un message ne suffit pas", "Trois mois", "Un mois dans ces cas", "Article 15");
        Answer letter = browser.post("/demandes/preavis/lettre", "choix", "sante", "ligne", "le 31 mars");
        assertThat(letter.text())
                .contains(nadia.number().value(), nadia.lease().value(), "1 rue des Tisserands")
                .contains("d’un mois", "certificat médical", "le 31 mars");
        assertThat(browser.with("Accept-Language", "en")
                        .post("/demandes/preavis/lettre", "choix", "trois-mois")
                        .text())
                .contains("Je vous donne congé", "trois mois", "My letter of notice");
    }

    private HttpBrowser seat(SignedInTenant who) {
        return AtHome.signedIn(program, port, who.number());
    }

    private static String path(Answer redirect) {
        return redirect.where().replaceFirst("[?#].*", "");
    }

    private static String key(Answer page) {
        return value(page, "cle");
    }

    private static String value(Answer page, String field) {
        Matcher found =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(found.find()).as(field).isTrue();
        return found.group(1);
    }
}
