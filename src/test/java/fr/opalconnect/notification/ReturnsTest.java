package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.notification.mail.Mail;
import fr.opalconnect.notification.mail.MailGateway;
import fr.opalconnect.notification.mail.MailServer;
import fr.opalconnect.notification.mail.ReturnMailbox;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import fr.opalconnect.tenancy.Tenancies;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;

/// Letters that come back: to a mailbox, to the address that a relay calls, or at once.
@WholeApplication
class ReturnsTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Autowired
    MessageIds ids;

    @Autowired
    MailAddresses addresses;

    @Autowired
    Bounces bounces;

    @Autowired
    Limits limits;

    @Autowired
    ApplicationContext program;

    @LocalServerPort
    int port;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final String nadia = "nadia-" + UUID.randomUUID() + "@exemple.fr";
    private GreenMailUser mailbox;

    @BeforeEach
    void open() {
        server.start();
        mailbox = server.setUser("retours@opal.example", "retours", "secret");
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void a_report_of_failure_marks_the_address_and_is_deleted() throws Exception {
        deliver(report(ids.of(UUID.randomUUID(), nadia), nadia, nadia, "failed", "5.1.1"));
        visit();
        assertThat(addresses.returned(nadia))
                .extracting(MailAddresses.Returned::status)
                .isEqualTo("5.1.1");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void the_letters_own_address_counts_when_it_was_forwarded() throws Exception {
        deliver(report(ids.of(UUID.randomUUID(), nadia), nadia, "ailleurs@exemple.com", "failed", "5.2.2"));
        visit();
        assertThat(addresses.returned(nadia))
                .extracting(MailAddresses.Returned::kind)
                .isEqualTo("full");
        assertThat(addresses.returned("ailleurs@exemple.com")).isNull();
    }

    @Test
    void what_is_only_late_marks_nothing() throws Exception {
        deliver(report(ids.of(UUID.randomUUID(), nadia), nadia, nadia, "delayed", "4.4.1"));
        deliver(report(ids.of(UUID.randomUUID(), nadia), nadia, nadia, "failed", "4.4.7"));
        visit();
        assertThat(addresses.returned(nadia)).isNull();
    }

    @Test
    void nobody_can_invent_that_an_address_is_wrong() throws Exception {
        deliver(report(UUID.randomUUID() + ".0123456789abcdef01234567@opal.example", nadia, nadia, "failed", "5.1.1"));
        deliver(report(ids.of(UUID.randomUUID(), "karim@exemple.fr"), nadia, nadia, "failed", "5.1.1"));
        visit();
        assertThat(addresses.returned(nadia)).isNull();
    }

    @Test
    void what_people_write_is_left_to_people() throws Exception {
        deliver("From: nadia@exemple.fr\r\nTo: retours@opal.example\r\nSubject: Bonjour\r\n\r\nUne question.\r\n");
        visit();
        visit();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_relay_that_knows_the_secret_tells_of_several() throws Exception {
        String told =
                "[{\"adresse\":\"%s\",\"statut\":\"5.1.1\",\"x\":1},{\"adresse\":\"b@c.fr\",\"statut\":\"4.2.2\"}]"
                        .formatted(nadia.toUpperCase(Locale.ROOT));
        assertThat(tell(SECRET, told)).isEqualTo(204);
        assertThat(addresses.returned(nadia)).isNotNull();
        assertThat(addresses.returned("b@c.fr")).isNull();
        assertThat(tell(SECRET, "{\"adresse\":\"" + nadia + "\",\"statut\":\"5.1.1\"}"))
                .isEqualTo(204);
        assertThat(tell(SECRET, "not json")).isEqualTo(400);
        assertThat(tell(SECRET, "\"" + "x".repeat(300_000) + "\"")).isEqualTo(413);
    }

    @Test
    void without_the_secret_there_is_nothing_there_and_soon_no_answer() throws Exception {
        String told = "{\"adresse\":\"" + nadia + "\",\"statut\":\"5.1.1\"}";
        assertThat(tell(SECRET.replace('0', '1'), told)).isEqualTo(404);
        HttpBrowser stranger = new HttpBrowser(port).from("192.0.2.77");
        for (int i = 0; i < 20; i++) {
            assertThat(stranger.post("/courriels/rebonds/guess" + i).status()).isEqualTo(404);
        }
        assertThat(stranger.post("/courriels/rebonds/guess").status()).isEqualTo(429);
        assertThat(addresses.returned(nadia)).isNull();
    }

    @Test
    void an_address_that_is_refused_at_once_or_has_come_back_gets_no_more_mail() {
        Mails mails = new Mails(provider(mail -> new MailGateway.Answer.Refused("550 5.1.1")), addresses);
        Mail mail = new Mail(nadia, "", "", "", null, ids.of(UUID.randomUUID(), nadia), Locale.FRENCH);
        assertThat(mails.reaches(nadia)).isTrue();
        assertThat(mails.send(mail)).isEqualTo(new MailGateway.Answer.Refused("550 5.1.1"));
        assertThat(mails.reaches(nadia)).isFalse();
        assertThat(new Mails(provider(any -> new MailGateway.Answer.Taken("x")), addresses).send(mail))
                .isEqualTo(new MailGateway.Answer.Refused("mail comes back from there"));
        assertThat(mails.reaches(null)).isFalse();
    }

    @Test
    void the_tenant_and_the_agency_see_it_and_the_agency_can_try_again() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        String samuel = program.getBean(Tenancies.class)
                .find(Cast.SAMUEL_ROCHE.tenant())
                .email();
        addresses.bounced(samuel, "5.1.1");
        HttpBrowser tenant = AtHome.signedIn(program, port, Cast.SAMUEL_ROCHE);
        assertThat(tenant.get("/profil/coordonnees").text()).contains("Nos e-mails à cette adresse reviennent.");
        HttpBrowser desk = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.CLAIRE_LEMOINE);
        String file = "/bureau/locataires/" + Cast.SAMUEL_ROCHE.tenant();
        assertThat(desk.get(file).text())
                .contains("Nos e-mails à cette adresse reviennent depuis le", "Elle n’existe pas");
        assertThat(desk.follow(desk.post(file + "/courriel/essayer")).text())
                .contains("Le prochain e-mail part à cette adresse")
                .doesNotContain("reviennent");
        assertThat(tenant.get("/profil/coordonnees").text()).doesNotContain("reviennent");
    }

    private int tell(String secret, String json) throws IOException {
        MailSettings settings = new MailSettings(
                MailSettings.Gateway.NONE,
                "",
                "",
                "",
                null,
                new MailSettings.Returns("", null, "INBOX", SECRET),
                Set.of());
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContent(json.getBytes(StandardCharsets.UTF_8));
        return new MailReturnsPage(settings, addresses, limits)
                .returned(secret, request)
                .getStatusCode()
                .value();
    }

    private void visit() {
        MailServer imap =
                new MailServer("127.0.0.1", server.getImap().getPort(), MailServer.Security.NONE, "retours", "secret");
        new MailReturnsJob(new ReturnMailbox(imap, "INBOX"), bounces).run();
    }

    private void deliver(String message) throws Exception {
        mailbox.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8))));
    }

    /// As Postfix writes it.
    private static String report(String messageId, String to, String recipient, String action, String status) {
        return """
                From: MAILER-DAEMON@relais.example
                To: retours@opal.example
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="frontier"

                --frontier
                Content-Type: text/plain; charset=us-ascii

                I could not deliver your message.

                --frontier
                Content-Type: message/delivery-status

                Reporting-MTA: dns; relais.example
                Arrival-Date: Mon, 30 Nov 2026 09:30:00 +0100

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s (as it happens)
                Diagnostic-Code: smtp; 550 no such user

                --frontier
                Content-Type: text/rfc822-headers

                From: OPAL <locataires@opal.example>
                To: %s
                Message-ID: <%s>
                Subject: Bonjour

                --frontier--
                """.formatted(recipient, action, status, to, messageId).replace("\n", "\r\n");
    }

    private static ObjectProvider<MailGateway> provider(MailGateway gateway) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("gateway", gateway);
        return beans.getBeanProvider(MailGateway.class);
    }
}
