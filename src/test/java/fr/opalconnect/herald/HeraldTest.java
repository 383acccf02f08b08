package fr.opalconnect.herald;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.news.Announcement;
import fr.opalconnect.news.Announcements;
import fr.opalconnect.notification.Phones;
import fr.opalconnect.notification.Readers;
import fr.opalconnect.notification.Telling;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import fr.opalconnect.tenancy.Area;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// From the figures, and from what is announced, to what tenants are told.
@WholeApplication
class HeraldTest {
    private static final TenantNumber FATOUMATA = Cast.FATOUMATA_DIALLO.tenant();
    private final LocalDate today = LocalDate.now(Texts.ZONE);

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private Announcements announcements;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    private Telling telling;
    private NoticeWorld world;

    @BeforeEach
    void nobodyWasTold() {
        DemoLandlord.bringInto(imports);
        telling = new Telling(program);
        telling.clear();
        program.getBean(Readers.class).join(FATOUMATA);
        world = new NoticeWorld(
                program, AtHome.as(program, Cast.FATOUMATA_DIALLO).lease());
    }

    @Test
    void a_new_notice_is_told_once_to_those_with_an_account() {
        world.where(today.plusDays(6), today, () -> {
            assertThat(fresh().tellNew()).isEqualTo(1);
            assertThat(fresh().tellNew()).isZero();
            assertThat(telling.kinds(FATOUMATA.value())).containsExactly("NEW_NOTICE");
        });
    }

    @Test
    void what_a_first_package_brings_of_past_months_is_no_news() {
        world.where(
                today.minusDays(1),
                today.minusDays(20),
                () -> assertThat(fresh().tellNew()).isZero());
    }

    @Test
    void a_cut_reaches_everybody_who_lives_there_by_text_message_at_once() {
        announce(Announcement.Kind.CUT, "Eau coupée demain de 9 h à 12 h");
        assertThat(Phones.textTo(jdbc, "+33639982418", "Eau coup"))
                .isEqualTo("OPAL : Eau coupée demain de 9 h à 12 h. localhost");
        HttpBrowser fatoumata = AtHome.signedIn(program, port, Cast.FATOUMATA_DIALLO);
        assertThat(fatoumata.get("/notifications").text())
                .contains("Eau coupée demain")
                .containsPattern("SMS (envoyé|remis) à");
        SignedInStaff claire = AtTheDesk.as(program, CastStaff.CLAIRE_LEMOINE);
        assertThat(AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.CLAIRE_LEMOINE)
                        .get("/bureau/locataires/" + FATOUMATA.value())
                        .text())
                .as(claire.name())
                .contains("Ce que le locataire a reçu", "Eau coupée demain")
                .containsPattern("SMS (envoyé|remis) à");
    }

    private void announce(Announcement.Kind kind, String title) {
        SignedInStaff manager = AtTheDesk.as(program, CastStaff.ANNE_CARON);
        Instant now = Instant.now();
        transactions.executeWithoutResult(status -> announcements.publish(
                manager,
                new Announcement(
                        UUID.randomUUID(),
                        kind,
                        area(),
                        title,
                        "L’eau revient à midi.",
                        null,
                        null,
                        now.plus(Duration.ofHours(20)),
                        now.plus(Duration.ofHours(23)),
                        now.minusSeconds(1),
                        1,
                        now,
                        "Anne Caron",
                        null)));
    }

    private Area area() {
        return jdbc.sql("""
                        SELECT d.agency_code, d.city, d.estate, d.building, NULL::text AS staircase FROM tenancy.dwelling d
                        JOIN tenancy.lease l ON l.dwelling_number = d.number WHERE l.number = :lease
                        """)
                .param("lease", world.lease().value())
                .query(Area.class)
                .single();
    }

    /// One that has seen no figures yet.
    private NoticeNews fresh() {
        return program.getAutowireCapableBeanFactory().createBean(NoticeNews.class);
    }
}
