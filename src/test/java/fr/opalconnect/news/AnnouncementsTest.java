package fr.opalconnect.news;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Texts;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an agency announces, and who sees it.
@WholeApplication
class AnnouncementsTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Imports imports;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Announcements announcements;

    @Autowired
    private Tenancies tenancies;

    @Autowired
    private JdbcClient jdbc;

    private HttpBrowser manager;

    @BeforeEach
    void atTheDesk() {
        DemoLandlord.bringInto(imports);
        StaffMember someone = AtTheDesk.member(
                program,
                "Paul Garnier",
                "paul.garnier@opal.example.org",
                StaffRole.AGENCY_MANAGER,
                List.of("LAO"),
                null);
        manager = AtTheDesk.seat(new HttpBrowser(port), program, someone);
        manager.get("/bureau/annonces");
    }

    @AfterEach
    void silence() {
        Emptied.by(jdbc, "DELETE FROM news.announcement");
        announcements.forget();
    }

    @Test
    void a_building_hears_of_it_and_the_building_beside_it_does_not() {
        HttpBrowser.Answer preview = preview("Laon|Champagne|B", "Eau coupée jeudi", -1, 3);

        assertThat(preview.text())
                .contains("foyer", "la verra", "Laon", "Eau coupée jeudi", "Le gardien aura de l’eau.");
        assertThat(seenBy(Cast.NADIA_BENALI)).as("nothing is sent by looking").isEmpty();
        HttpBrowser.Answer sent = manager.follow(send(preview));

        assertThat(sent.text()).contains("L’annonce est enregistrée", "Visible");
        assertThat(seenBy(Cast.NADIA_BENALI)).containsExactly("Eau coupée jeudi");
        assertThat(seenBy(Cast.FATOUMATA_DIALLO)).as("building A").isEmpty();
        assertThat(seenBy(Cast.KEVIN_LEFEVRE)).as("another agency").isEmpty();
        assertThat(jdbc.sql("SELECT households FROM news.announcement")
                        .query(Integer.class)
                        .single())
                .isEqualTo(jdbc.sql("SELECT count(*) FROM tenancy.dwelling d JOIN tenancy.lease l"
                                + " ON l.dwelling_number = d.number AND l.ends_on IS NULL AND l.term = 'IN_ARREARS'"
                                + " WHERE d.city = 'Laon' AND d.estate = 'Champagne' AND d.building = 'B'")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void a_staircase_hears_of_it_and_the_one_beside_it_does_not() {
        String other = jdbc.sql("SELECT number FROM tenancy.dwelling WHERE number = '0214-02-204' AND staircase = '2'")
                .query(String.class)
                .single();
        manager.follow(send(preview("Laon|Champagne|B|2", "Peinture du hall", -1, 3)));
        assertThat(manager.get("/bureau/annonces").text()).contains("Champagne, B, esc. 2 – Laon");
        assertThat(seenBy(Cast.NADIA_BENALI)).containsExactly("Peinture du hall");
        jdbc.sql("UPDATE tenancy.dwelling SET staircase = '1' WHERE number = :number")
                .param("number", other)
                .update();
        try {
            assertThat(seenBy(Cast.NADIA_BENALI)).as("next door").isEmpty();
        } finally {
            jdbc.sql("UPDATE tenancy.dwelling SET staircase = '2' WHERE number = :number")
                    .param("number", other)
                    .update();
        }
    }

    @Test
    void sent_twice_it_is_there_once_and_withdrawn_it_is_gone() {
        HttpBrowser.Answer preview = preview("", "Fête des voisins", -1, 3);
        send(preview);
        send(preview);
        assertThat(seenBy(Cast.FATOUMATA_DIALLO)).containsExactly("Fête des voisins");

        UUID id = jdbc.sql("SELECT id FROM news.announcement").query(UUID.class).single();
        assertThat(manager.get("/bureau/annonces/" + id).body()).contains("value=\"Fête des voisins\"");
        assertThat(manager.follow(manager.post("/bureau/annonces/" + id + "/retirer"))
                        .text())
                .contains("L’annonce est retirée", "Retirée");

        assertThat(seenBy(Cast.FATOUMATA_DIALLO)).isEmpty();
        assertThat(manager.get("/bureau/annonces/" + id).status()).isEqualTo(404);
    }

    @Test
    void what_is_planned_shows_later_and_what_is_over_no_more() {
        send(preview("", "Plus tard", 24, 48));
        assertThat(seenBy(Cast.NADIA_BENALI)).isEmpty();
        assertThat(manager.get("/bureau/annonces").text()).contains("Prévue");

        jdbc.sql("UPDATE news.announcement SET shown_from = now() - interval '1 day'")
                .update();
        announcements.forget();
        assertThat(seenBy(Cast.NADIA_BENALI)).containsExactly("Plus tard");

        jdbc.sql("UPDATE news.announcement SET starts_at = now() - interval '2 hours', ends_at = now()")
                .update();
        assertThat(manager.get("/bureau/annonces").text()).contains("Passée");
        announcements.forget();
        assertThat(seenBy(Cast.NADIA_BENALI)).isEmpty();
    }

    @Test
    void another_agency_or_everywhere_is_not_theirs_to_tell() {
        assertThat(post("/bureau/annonces", "SOI", "", "Chez les autres", -1, 3).status())
                .isEqualTo(422);
        assertThat(post("/bureau/annonces", "", "", "À tous", -1, 3).status()).isEqualTo(422);
        assertThat(post("/bureau/annonces", "LAO", "Soissons|Chevreux|A", "Ailleurs", -1, 3)
                        .status())
                .isEqualTo(422);
        assertThat(jdbc.sql("SELECT count(*) FROM news.announcement")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_adviser_does_not_announce() {
        HttpBrowser claire = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.CLAIRE_LEMOINE);

        assertThat(claire.get("/bureau/annonces").status()).isEqualTo(404);
        assertThat(claire.get("/bureau/annonces/nouvelle").status()).isEqualTo(404);
    }

    @Test
    void what_is_wrong_is_said_and_what_was_typed_is_kept() {
        HttpBrowser.Answer again = post("/bureau/annonces/nouvelle/apercu", "LAO", "", "", 3, 1);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("Donnez un titre", "La fin vient après le début");
        assertThat(again.body()).contains("Le gardien aura de l’eau.");
    }

    private HttpBrowser.Answer preview(String area, String title, int shown, int ends) {
        HttpBrowser.Answer answer = post("/bureau/annonces/nouvelle/apercu", "LAO", area, title, shown, ends);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    /// Presses the button under the preview.
    private HttpBrowser.Answer send(HttpBrowser.Answer preview) {
        return manager.post(
                "/bureau/annonces",
                "id",
                field(preview, "id"),
                "agence",
                field(preview, "agence"),
                "lieu",
                field(preview, "lieu"),
                "nature",
                field(preview, "nature"),
                "titre",
                field(preview, "titre"),
                "texte",
                "Le gardien aura de l’eau.",
                "titreEn",
                "",
                "texteEn",
                "",
                "debut",
                field(preview, "debut"),
                "fin",
                field(preview, "fin"),
                "visible",
                field(preview, "visible"));
    }

    private static String field(HttpBrowser.Answer page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
        String value = "";
        while (field.find()) {
            value = field.group(1);
        }
        return value;
    }

    private HttpBrowser.Answer post(String path, String agency, String area, String title, int shown, int ends) {
        LocalDateTime now = LocalDateTime.now(Texts.ZONE).truncatedTo(ChronoUnit.MINUTES);
        return manager.post(
                path,
                "agence",
                agency,
                "lieu",
                area,
                "nature",
                "CUT",
                "titre",
                title,
                "texte",
                "Le gardien aura de l’eau.",
                "titreEn",
                "",
                "texteEn",
                "",
                "debut",
                now.plusHours(2).toString(),
                "fin",
                now.plusHours(ends).toString(),
                "visible",
                now.plusHours(shown).toString());
    }

    private List<String> seenBy(Cast person) {
        Tenancy tenancy = Objects.requireNonNull(tenancies.find(person.tenant()));
        HeldLease lease = tenancy.leases().getFirst();
        SignedInTenant who =
                new SignedInTenant(person.tenant(), lease.number(), tenancy.leaseNumbers(), new UUID(0, 1));
        return announcements.of(who, lease).stream().map(Announcement::titleFr).toList();
    }
}
