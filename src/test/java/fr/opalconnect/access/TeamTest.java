package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.MovableClock;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.StaffDirectory;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.LocalDate;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who may sign in, from the invitation to the closed account.
@ClockApplication
class TeamTest {
    private static final Pattern LINK = Pattern.compile("value=\"http://localhost:[0-9]+(/bureau/invitation[^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("secret=([A-Z2-7]{32})");
    private static final Pattern RECOVERY = Pattern.compile("<b>([a-z2-9]{5}-[a-z2-9]{5})</b>");
    private static final String PASSWORD = "trois bateaux sur l’Oise";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private HttpBrowser anne;
    private String email;

    @BeforeEach
    void anAdministrator() {
        Emptied.by(jdbc, "DELETE FROM platform.rate_limit");
        jdbc.sql("INSERT INTO landlord.agency (code, name) VALUES ('LAO', 'Laon'), ('SOI', 'Soissons') "
                        + "ON CONFLICT DO NOTHING")
                .update();
        anne = seated(somebody(StaffRole.ADMINISTRATOR, List.of()));
        email = UUID.randomUUID() + "@desk.example";
    }

    @Test
    void somebody_is_invited_chooses_a_password_links_a_phone_and_is_at_the_desk() {
        HttpBrowser zoe = new HttpBrowser(port);
        Answer opened = zoe.get(invite());
        assertThat(opened.where()).as("the link's token leaves the address bar").isEqualTo("/bureau/invitation");
        Answer form = zoe.get("/bureau/invitation");
        assertThat(form.text()).contains("Bienvenue, Zoé Test", "visez cette image");
        byte[] key = key(form);
        assertThat(enrol(zoe, "court", key).text()).contains("12 caractères");
        assertThat(zoe.post("/bureau/invitation", "nouveau", PASSWORD, "code", "000000")
                        .text())
                .contains("pas le code attendu");
        toTheNextCode();
        Answer enrolled = enrol(zoe, PASSWORD, key);
        Matcher codes = RECOVERY.matcher(enrolled.body());
        assertThat(codes.results().count()).isEqualTo(10);
        assertThat(zoe.get("/bureau/compte").text()).contains("10 codes de secours");
        assertThat(new HttpBrowser(port).get("/bureau/invitation").status()).isEqualTo(410);

        HttpBrowser nextDay = new HttpBrowser(port);
        nextDay.get("/bureau/connexion");
        assertThat(signIn(nextDay, key).status())
                .as("the code was used to enrol")
                .isEqualTo(422);
        clock.forward(Duration.ofSeconds(31));
        assertThat(signIn(nextDay, key).where()).isEqualTo("/bureau");
    }

    /// What follows happens within the half minute of one code.
    private void toTheNextCode() {
        clock.forward(Duration.ofSeconds(30 - clock.instant().getEpochSecond() % 30));
    }

    @Test
    void a_link_opens_once_for_three_days_and_a_newer_one_takes_its_place() {
        String first = invite();
        StaffMember zoe = Objects.requireNonNull(directory.byEmail(email));
        anne.get("/bureau/equipe/" + zoe.id());
        String second = link(anne.post("/bureau/equipe/" + zoe.id() + "/lien"));
        HttpBrowser browser = new HttpBrowser(port);
        browser.get(first);
        assertThat(browser.get("/bureau/invitation").status()).isEqualTo(410);
        browser.get(second);
        assertThat(browser.get("/bureau/invitation").status()).isEqualTo(200);
        clock.forward(Duration.ofDays(3).plusSeconds(1));
        assertThat(browser.get("/bureau/invitation").text()).contains("n’ouvre plus rien", "72 heures");
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM access.staff_invitation WHERE encode(token_hash, 'escape') LIKE :part")
                        .param("part", "%" + second.substring(second.length() - 20) + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_reset_takes_everything_away_until_the_new_link_is_used() {
        StaffMember zoe = somebody(StaffRole.ADVISER, List.of("LAO"));
        HttpBrowser hers = seated(zoe);
        assertThat(hers.get("/bureau/compte").status()).isEqualTo(200);
        anne.get("/bureau/equipe/" + zoe.id());
        link(anne.post("/bureau/equipe/" + zoe.id() + "/lien"));
        assertThat(hers.get("/bureau/compte").where()).startsWith("/bureau/connexion");
        assertThat(jdbc.sql("SELECT count(*) FROM access.staff_login WHERE staff_id = ?")
                        .param(zoe.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_manager_looks_after_the_advisers_of_their_own_agencies_and_nobody_else() {
        HttpBrowser manager = seated(somebody(StaffRole.AGENCY_MANAGER, List.of("LAO")));
        StaffMember ours = somebody(StaffRole.ADVISER, List.of("LAO"));
        StaffMember shared = somebody(StaffRole.ADVISER, List.of("LAO", "SOI"));
        StaffMember theirs = somebody(StaffRole.ADVISER, List.of("SOI"));
        StaffMember chief = somebody(StaffRole.ADMINISTRATOR, List.of());
        String list = manager.get("/bureau/equipe").body();
        assertThat(list).contains("/bureau/equipe/" + ours.id(), shared.email());
        assertThat(list).doesNotContain(theirs.email(), chief.email(), "/bureau/equipe/" + shared.id());
        assertThat(manager.get("/bureau/equipe/" + ours.id()).status()).isEqualTo(200);
        for (StaffMember other : List.of(shared, theirs, chief)) {
            String path = "/bureau/equipe/" + other.id();
            assertThat(manager.get(path).status()).isEqualTo(404);
            assertThat(manager.post(path + "/lien").status()).isEqualTo(404);
            assertThat(manager.post(path + "/fermeture").status()).isEqualTo(404);
            assertThat(manager.post(path + "/absence", "du", "2026-11-23").status())
                    .isEqualTo(404);
            assertThat(manager.post(path, "role", "ADVISER", "agences", "LAO").status())
                    .isEqualTo(404);
        }
        String path = "/bureau/equipe/" + ours.id();
        assertThat(manager.post(path, "role", "ADMINISTRATOR", "agences", "LAO").status())
                .isEqualTo(404);
        assertThat(manager.post(path, "role", "ADVISER", "agences", "SOI").status())
                .isEqualTo(404);
        assertThat(manager.post(path, "role", "ADVISER", "agences", "LAO", "conseiller", "SOI99")
                        .status())
                .as("somebody else's adviser, and their messages")
                .isEqualTo(404);
        assertThat(Objects.requireNonNull(directory.find(ours.id())).agencies()).containsExactly("LAO");
        assertThat(manager.post(path + "/fermeture").where()).isEqualTo("/bureau/equipe?fait=fermeture");
    }

    @Test
    void an_adviser_finds_no_team_page_and_nobody_changes_themselves() {
        StaffMember zoe = somebody(StaffRole.ADVISER, List.of("LAO"));
        HttpBrowser hers = seated(zoe);
        assertThat(hers.get("/bureau/equipe").status()).isEqualTo(404);
        assertThat(hers.get("/bureau/equipe/nouveau").status()).isEqualTo(404);
        assertThat(hers.get("/bureau/equipe/" + zoe.id()).status()).isEqualTo(404);
        StaffMember chief = somebody(StaffRole.ADMINISTRATOR, List.of());
        assertThat(seated(chief).get("/bureau/equipe/" + chief.id()).status()).isEqualTo(404);
    }

    @Test
    void an_administrator_gives_a_role_agencies_and_an_adviser_of_the_erp() {
        StaffMember zoe = somebody(StaffRole.ADVISER, List.of("LAO"));
        String path = "/bureau/equipe/" + zoe.id();
        anne.get(path);
        assertThat(anne.post(path, "role", "AGENCY_MANAGER", "agences", "SOI", "conseiller", "TEAM9")
                        .where())
                .isEqualTo(path + "?fait=oui");
        StaffMember now = Objects.requireNonNull(directory.find(zoe.id()));
        assertThat(now.role()).isEqualTo(StaffRole.AGENCY_MANAGER);
        assertThat(now.agencies()).containsExactly("SOI");
        assertThat(now.adviser()).isEqualTo("TEAM9");
        StaffMember other = somebody(StaffRole.ADVISER, List.of("LAO"));
        anne.get("/bureau/equipe/" + other.id());
        assertThat(anne.post("/bureau/equipe/" + other.id(), "role", "ADVISER", "agences", "LAO", "conseiller", "TEAM9")
                        .text())
                .contains("a déjà un accès");
        assertThat(anne.post(path, "role", "ADVISER").text()).contains("au moins une agence");
        jdbc.sql("UPDATE landlord.staff SET adviser_code = NULL WHERE id = ?")
                .param(zoe.id())
                .update();
    }

    @Test
    void everybody_notes_their_own_absence_and_who_stands_in() {
        StaffMember zoe = somebody(StaffRole.ADVISER, List.of("LAO"));
        StaffMember tom = somebody(StaffRole.ADVISER, List.of("LAO"));
        StaffMember far = somebody(StaffRole.ADVISER, List.of("SOI"));
        HttpBrowser hers = seated(zoe);
        hers.get("/bureau/compte");
        String today = LocalDate.ofInstant(clock.instant(), Texts.ZONE).toString();
        String path = "/bureau/compte/absence";
        assertThat(hers.post(path, "du", today, "au", "2001-01-01").text()).contains("vient après le premier");
        assertThat(hers.post(path, "du", today, "remplacant", far.id().toString())
                        .text())
                .contains("Choisissez quelqu’un de la liste");
        assertThat(hers.post(path, "du", today, "remplacant", tom.id().toString())
                        .where())
                .isEqualTo("/bureau/compte?fait=absence");
        assertThat(present(zoe)).isEqualTo(tom.id());
        hers.post(path, "retour", "true");
        assertThat(present(zoe)).isEqualTo(zoe.id());
    }

    @Test
    void a_new_password_asks_for_the_present_one_and_ends_the_other_sessions() {
        StaffMember zoe = somebody(StaffRole.ADVISER, List.of("LAO"));
        HttpBrowser here = seated(zoe);
        HttpBrowser there = seated(zoe);
        here.get("/bureau/compte");
        String path = "/bureau/compte/mot-de-passe";
        assertThat(here.post(path, "actuel", "autre chose ici", "nouveau", PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(here.post(path, "actuel", DemoStaff.PASSWORD, "nouveau", PASSWORD)
                        .where())
                .isEqualTo("/bureau/compte?fait=mot-de-passe");
        assertThat(here.get("/bureau/compte").status()).isEqualTo(200);
        assertThat(there.get("/bureau/compte").where()).startsWith("/bureau/connexion");
    }

    @Test
    void another_phone_takes_over_once_it_has_shown_a_code() {
        StaffMember zoe = somebody(StaffRole.ADVISER, List.of("LAO"));
        HttpBrowser here = seated(zoe);
        byte[] key = key(here.get("/bureau/compte/telephone"));
        assertThat(key(here.get("/bureau/compte/telephone")))
                .as("a reload keeps the key")
                .isEqualTo(key);
        String path = "/bureau/compte/telephone";
        assertThat(here.post(path, "actuel", DemoStaff.PASSWORD, "code", "000000")
                        .status())
                .isEqualTo(422);
        assertThat(here.post(path, "actuel", DemoStaff.PASSWORD, "code", code(key))
                        .where())
                .isEqualTo("/bureau/compte?fait=telephone");
        clock.forward(Duration.ofSeconds(31));
        Answer renewed = here.post("/bureau/compte/codes", "code", code(key));
        assertThat(RECOVERY.matcher(renewed.body()).results().count()).isEqualTo(10);
    }

    private UUID present(StaffMember member) {
        return directory
                .present(Objects.requireNonNull(directory.find(member.id())))
                .id();
    }

    private StaffMember somebody(StaffRole role, List<String> agencies) {
        return AtTheDesk.member(program, "Camille Test", UUID.randomUUID() + "@desk.example", role, agencies, null);
    }

    private HttpBrowser seated(StaffMember member) {
        HttpBrowser browser = AtTheDesk.seat(new HttpBrowser(port), program, member);
        browser.get("/bureau/compte");
        return browser;
    }

    private String invite() {
        anne.get("/bureau/equipe/nouveau");
        return link(anne.post(
                "/bureau/equipe/nouveau", "nom", "Zoé Test", "courriel", email, "role", "ADVISER", "agences", "LAO"));
    }

    private static String link(Answer answer) {
        Matcher link = LINK.matcher(answer.body());
        assertThat(link.find()).as(answer.text()).isTrue();
        return link.group(1);
    }

    private static byte[] key(Answer page) {
        Matcher key = KEY.matcher(page.body());
        assertThat(key.find()).isTrue();
        return Authenticator.key(key.group(1));
    }

    private String code(byte[] key) {
        return Totp.code(key, Totp.step(clock.instant()));
    }

    private Answer enrol(HttpBrowser browser, String password, byte[] key) {
        return browser.post("/bureau/invitation", "nouveau", password, "code", code(key));
    }

    private Answer signIn(HttpBrowser browser, byte[] key) {
        return browser.post("/bureau/connexion", "courriel", email, "mot-de-passe", PASSWORD, "code", code(key));
    }
}
