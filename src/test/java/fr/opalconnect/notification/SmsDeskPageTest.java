package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.sms.SmsGateway;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an administrator sees of the text messages, and the switch.
@WholeApplication
class SmsDeskPageTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Notifications notifications;

    @Autowired
    private SmsAlarms alarms;

    @Autowired
    private SmsGatewayTable health;

    @Autowired
    private SmsSwitch power;

    @Autowired
    private DeliveryTable deliveries;

    @Autowired
    private Handovers handovers;

    @Autowired
    private InstantSource clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
    }

    @AfterEach
    void allIsWellAgain() {
        power.change(true, "après l’essai", "Anne Caron");
        Emptied.by(jdbc, "DELETE FROM notification.alarm");
        Emptied.by(jdbc, "DELETE FROM notification.sms_gateway");
    }

    @Test
    void it_says_how_each_gateway_does_and_what_went_out_today() {
        for (int i = 0; i < 5; i++) {
            health.fail("sandbox", "not connected", 5, Duration.ofSeconds(30), Duration.ofMinutes(1), clock.instant());
        }
        SmsGateway never = (to, text, life) -> new SmsGateway.Answer.Busy("");
        UUID id = Ids.next(clock);
        Instant now = clock.instant();
        Phone phone = new Phone("+33641207742", Phone.Kind.MOBILE);
        deliveries.stage(id, phone, "x", now, now.plusSeconds(60));
        SmsWay way = new SmsWay("ovh", never);
        handovers.taken(id, handovers.begin(id, way, true), way, phone, List.of("27814656"));
        assertThat(administrator().get("/bureau/sms").text())
                .contains("Réseau de démonstration", "Injoignable", "OVHcloud", "Couper les SMS")
                .contains("la connexion ne s’établit pas. Prochain essai à")
                .doesNotContain("not connected");
        health.fail(
                "sandbox",
                "part 2 of 2: Unreachable[reason=status 0x08]",
                5,
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                clock.instant());
        assertThat(administrator().get("/bureau/sms").text())
                .contains("elle répond par l’erreur 0x08, à donner au fournisseur")
                .doesNotContain("part 2 of 2");
    }

    @Test
    void one_that_just_missed_a_message_is_not_said_to_do_well() {
        health.fail("sandbox", "not connected", 5, Duration.ofSeconds(30), Duration.ofMinutes(1), clock.instant());
        assertThat(administrator().get("/bureau/sms").text())
                .contains("Dernier envoi manqué", "la connexion ne s’établit pas");
    }

    @Test
    void who_switches_off_says_why_and_tenants_are_sent_to_the_agency() {
        HttpBrowser anne = administrator();
        anne.get("/bureau/sms");
        HttpBrowser.Answer silent = anne.post("/bureau/sms/interrupteur", "envoyer", "false", "motif", " ");
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text()).contains("Dites pourquoi");
        HttpBrowser.Answer off =
                anne.follow(anne.post("/bureau/sms/interrupteur", "envoyer", "false", "motif", "quelqu’un nous pompe"));
        assertThat(off.text())
                .contains("Les SMS sont coupés", "quelqu’un nous pompe", "Reprendre les SMS", "Coupée")
                .doesNotContain("En service");
        assertThat(AtHome.signedIn(program, port, Cast.NADIA_BENALI)
                        .get("/profil/notifications")
                        .text())
                .contains("Les SMS sont interrompus pour le moment")
                .doesNotContain("Pas de mobile dans votre dossier");
        assertThat(notifications.canText()).isFalse();
        assertThat(jdbc.sql("SELECT subject FROM platform.audit_line WHERE act = 'text messages switched off'")
                        .query(String.class)
                        .list())
                .contains("quelqu’un nous pompe");
        anne.post("/bureau/sms/interrupteur", "envoyer", "true", "motif", "c’est fini");
        assertThat(notifications.canText()).isTrue();
    }

    @Test
    void what_rings_is_seen_above_the_inbox_by_administrators_alone() {
        assertThat(alarms.ring(SmsAlarms.Kind.FEW_CODES_USED, "3/50")).isTrue();
        assertThat(alarms.ring(SmsAlarms.Kind.FEW_CODES_USED, "2/60"))
                .as("once")
                .isFalse();
        assertThat(administrator().get("/bureau").text()).contains("Peu de codes servent : 2/60");
        HttpBrowser claire = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.CLAIRE_LEMOINE);
        assertThat(claire.get("/bureau").text()).doesNotContain("Peu de codes servent");
    }

    private HttpBrowser administrator() {
        return AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.ANNE_CARON);
    }
}
