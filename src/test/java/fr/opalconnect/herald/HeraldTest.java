package fr.opalconnect.herald;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.account.Coming;
import fr.opalconnect.account.ComingPayments;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
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
import java.util.List;
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

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private NoticeNews notices;

    @Autowired
    private Announcements announcements;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    private Telling telling;
    private LeaseNumber lease;

    @BeforeEach
    void nobodyWasTold() {
        DemoLandlord.bringInto(imports);
        telling = new Telling(program);
        telling.clear();
        program.getBean(Readers.class).join(FATOUMATA);
        lease = AtHome.as(program, Cast.FATOUMATA_DIALLO).lease();
    }

    @Test
    void a_new_notice_is_told_once_to_those_with_an_account() {
        inAWorldWhere(due(LocalDate.now(Texts.ZONE).plusDays(6), LocalDate.now(Texts.ZONE)), () -> {
            assertThat(fresh().tellNew()).isEqualTo(1);
            assertThat(fresh().tellNew()).isZero();
            assertThat(telling.kinds(FATOUMATA.value())).containsExactly("NEW_NOTICE");
        });
    }

    @Test
    void what_a_first_package_brings_of_past_months_is_no_news() {
        inAWorldWhere(
                due(
                        LocalDate.now(Texts.ZONE).minusDays(1),
                        LocalDate.now(Texts.ZONE).minusDays(20)),
                () -> assertThat(fresh().tellNew()).isZero());
    }

    @Test
    void what_falls_due_in_three_days_is_told_once_while_something_is_left_to_pay() {
        inAWorldWhere(
                due(
                        LocalDate.now(Texts.ZONE).plusDays(3),
                        LocalDate.now(Texts.ZONE).minusDays(9)),
                () -> {
                    assertThat(notices.tellDue()).isEqualTo(1);
                    assertThat(notices.tellDue()).isZero();
                    assertThat(telling.kinds(FATOUMATA.value())).containsExactly("DUE_SOON");
                });
        inAWorldWhere(
                due(LocalDate.now(Texts.ZONE).plusDays(4), LocalDate.now(Texts.ZONE)),
                () -> assertThat(notices.tellDue()).isZero());
    }

    @Test
    void nobody_is_pressed_for_what_is_on_its_way_or_will_be_collected() {
        inAWorldWhere(due(LocalDate.now(Texts.ZONE).plusDays(3), LocalDate.now(Texts.ZONE)), () -> {
            program.getBean(ComingPayments.class)
                    .expect(new Coming(
                            new UUID(7, 7),
                            lease,
                            Coming.Method.CARD,
                            Money.ofCents(9_000_00),
                            "P-herald",
                            Coming.State.TAKEN,
                            Instant.now(),
                            LocalDate.now(Texts.ZONE)));
            assertThat(notices.tellDue()).isZero();
        });
        inAWorldWhere(due(LocalDate.now(Texts.ZONE).plusDays(3), LocalDate.now(Texts.ZONE)), () -> {
            jdbc.sql("UPDATE tenancy.lease SET payment_method = 'PRELEVEMENT' WHERE number = :lease")
                    .param("lease", lease.value())
                    .update();
            assertThat(notices.tellDue()).isZero();
        });
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
                        """).param("lease", lease.value()).query(Area.class).single();
    }

    /// One that has seen no figures yet.
    private NoticeNews fresh() {
        return program.getAutowireCapableBeanFactory().createBean(NoticeNews.class);
    }

    /// The latest notice of the lease alone is of these days, and all of this is undone.
    private void inAWorldWhere(List<LocalDate> days, Runnable test) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("UPDATE account.rent_notice SET closed_at = now() WHERE closed_at IS NULL AND id <> :id")
                    .param("id", latest())
                    .update();
            jdbc.sql("UPDATE account.rent_notice SET due_on = :due, issued_on = :issued WHERE id = :id")
                    .param("due", days.getFirst())
                    .param("issued", days.getLast())
                    .param("id", latest())
                    .update();
            jdbc.sql("UPDATE tenancy.lease SET payment_method = 'VIREMENT' WHERE number = :lease")
                    .param("lease", lease.value())
                    .update();
            test.run();
            status.setRollbackOnly();
        });
    }

    private String latest() {
        return jdbc.sql(
                        "SELECT id FROM account.rent_notice WHERE lease_number = :lease ORDER BY period DESC, id LIMIT 1")
                .param("lease", lease.value())
                .query(String.class)
                .single();
    }

    private static List<LocalDate> due(LocalDate due, LocalDate issued) {
        return List.of(due, issued);
    }
}
