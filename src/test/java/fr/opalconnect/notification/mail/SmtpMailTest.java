package fr.opalconnect.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.opalconnect.notification.mail.MailGateway.Answer;
import fr.opalconnect.notification.mail.MailServer.Security;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Letters over the wire to a mail server that is not of our making, read back and held to the RFCs.
class SmtpMailTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:30:00Z");
    private static final Sender SENDER =
            new Sender("locataires@opal.example", "OPAL – Laon’s", "agence@opal.example", "retours@opal.example");
    private static final GreenMail SERVER = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });

    @BeforeAll
    static void open() {
        SERVER.start();
    }

    @AfterAll
    static void close() {
        SERVER.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
    }

    @Test
    void a_letter_is_what_the_rfcs_say() throws Exception {
        assertThat(send(mail("nadia@exemple.fr", "Répondu : 412,37 €", "https://opal.example/arret/é7")))
                .isEqualTo(new Answer.Taken("abc.123@opal.example"));
        MimeMessage letter = SERVER.getReceivedMessages()[0];
        assertThat(letter.getHeader("Message-ID")).containsExactly("<abc.123@opal.example>");
        InternetAddress from = (InternetAddress) letter.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("locataires@opal.example");
        assertThat(from.getPersonal()).isEqualTo("OPAL – Laon’s");
        assertThat(letter.getReplyTo()).extracting(Object::toString).containsExactly("agence@opal.example");
        assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly("nadia@exemple.fr");
        assertThat(letter.getSubject()).isEqualTo("Répondu : 412,37 €");
        assertThat(letter.getSentDate().toInstant()).isEqualTo(NOW);
        assertThat(letter.getHeader("List-Unsubscribe")).containsExactly("<https://opal.example/arret/%C3%A97>");
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(letter.getHeader("List-Id")).containsExactly("<locataires.opal.example>");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getHeader("Content-Language")).containsExactly("fr");
        assertThat(letter.getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(letter.getHeader("Return-Path")).containsExactly("<retours@opal.example>");
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(letter.isMimeType("multipart/alternative")).isTrue();
        MimeMultipart parts = (MimeMultipart) letter.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Échéance\r\n.\r\nFin\r\n");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p lang=\"fr\">Échéance</p>");
    }

    @Test
    void a_letter_that_one_cannot_do_without_offers_no_way_to_stop_it() throws Exception {
        send(mail("nadia@exemple.fr", "Code", null));
        assertThat(SERVER.getReceivedMessages()[0].getHeader("List-Unsubscribe"))
                .isNull();
        assertThat(SERVER.getReceivedMessages()[0].getHeader("List-Unsubscribe-Post"))
                .isNull();
    }

    @Test
    void nothing_in_a_subject_begins_another_header() throws Exception {
        send(mail("nadia@exemple.fr", "Bonjour\r\nBcc: tous@opal.example\r\n\r\n<script>", null));
        MimeMessage letter = SERVER.getReceivedMessages()[0];
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(letter.getSubject()).isEqualTo("Bonjour Bcc: tous@opal.example <script>");
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nadia@exemple.fr, karim@exemple.fr",
                "nadia@exemple.fr\r\nBcc: tous@opal.example",
                "Nadia <nadia@exemple.fr>",
                "tous:nadia@exemple.fr;",
                "nadia",
                "nadia@exemple.fr>",
                "élodie@exemple.fr",
                ""
            })
    void what_is_not_one_address_is_refused_and_never_handed_over(String typed) {
        assertThat(send(mail(typed, "Bonjour", null))).isEqualTo(new Answer.Refused("not one address"));
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_domain_may_have_accents() throws Exception {
        send(mail("nadia@éxemple.fr", "Bonjour", null));
        assertThat(SERVER.getReceivedMessages()[0].getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("nadia@xn--xemple-9ua.fr");
    }

    @Test
    void a_server_whose_certificate_nobody_vouches_for_gets_nothing() {
        assertThat(send(Security.TLS, SERVER.getSmtps().getPort()))
                .isInstanceOfSatisfying(
                        Answer.Unreachable.class, no -> assertThat(no.reason()).isEqualTo("MessagingException"));
    }

    @Test
    void a_server_that_does_not_encrypt_gets_nothing_when_it_has_to() {
        assertThat(send(Security.STARTTLS, SERVER.getSmtp().getPort())).isInstanceOf(Answer.Unreachable.class);
    }

    @Test
    void where_no_server_is_it_is_worth_another_try() {
        assertThat(send(Security.NONE, 1)).isInstanceOf(Answer.Unreachable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <nadia@exemple.fr> unknown, Refused[reason=550 5.1.1]",
        "552 mailbox full, Refused[reason=552]",
        "451 4.7.1 greylisted, Unreachable[reason=451 4.7.1]",
        "421 4.3.2 shutting down, Unreachable[reason=421 4.3.2]"
    })
    void five_is_for_good_and_four_is_for_now(String said, String answer) throws IOException {
        try (Scripted server = new Scripted(said);
                SmtpMail mail = new SmtpMail(server.address(), SENDER, () -> NOW)) {
            assertThat(mail.send(mail("nadia@exemple.fr", "Bonjour", null))).hasToString(answer);
        }
    }

    @Test
    void letters_that_follow_each_other_share_a_connection() throws IOException {
        try (Scripted server = new Scripted("250 2.1.5 ok");
                SmtpMail mail = new SmtpMail(server.address(), SENDER, () -> NOW)) {
            for (int i = 0; i < 3; i++) {
                assertThat(mail.send(mail("nadia@exemple.fr", "Bonjour", null))).isInstanceOf(Answer.Taken.class);
            }
            assertThat(server.heard).filteredOn(line -> line.startsWith("EHLO")).hasSize(1);
            assertThat(server.heard).filteredOn(line -> line.equals("DATA")).hasSize(3);
        }
    }

    private static Answer send(Mail mail) {
        try (SmtpMail gateway =
                new SmtpMail(server(Security.NONE, SERVER.getSmtp().getPort()), SENDER, () -> NOW)) {
            return gateway.send(mail);
        }
    }

    private static Answer send(Security security, int port) {
        try (SmtpMail gateway = new SmtpMail(server(security, port), SENDER, () -> NOW)) {
            return gateway.send(mail("nadia@exemple.fr", "Bonjour", null));
        }
    }

    private static MailServer server(Security security, int port) {
        return new MailServer("127.0.0.1", port, security, "", "");
    }

    private static Mail mail(String to, String subject, String unsubscribe) {
        return new Mail(
                to,
                subject,
                "Échéance\n.\nFin\n",
                "<p lang=\"fr\">Échéance</p>",
                unsubscribe == null ? null : URI.create(unsubscribe),
                "abc.123@opal.example",
                Locale.FRENCH);
    }

    /// A server that answers to each recipient what the test says.
    private static final class Scripted implements AutoCloseable {
        final List<String> heard = new CopyOnWriteArrayList<>();
        private final ServerSocket door = new ServerSocket(0);
        private final String toRecipients;

        Scripted(String toRecipients) throws IOException {
            this.toRecipients = toRecipients;
            Thread.startVirtualThread(this::serve);
        }

        MailServer address() {
            return server(Security.NONE, door.getLocalPort());
        }

        private void serve() {
            try {
                while (true) {
                    Socket caller = door.accept();
                    Thread.startVirtualThread(() -> talk(caller));
                }
            } catch (IOException e) {
                // The test is over.
            }
        }

        private void talk(Socket caller) {
            try (caller;
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                    PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.US_ASCII)) {
                out.print("220 scripted\r\n");
                out.flush();
                boolean data = false;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (data && !line.equals(".")) {
                        continue;
                    }
                    heard.add(line);
                    data = line.equals("DATA");
                    out.print((data ? "354 go on" : line.startsWith("RCPT") ? toRecipients : "250 ok") + "\r\n");
                    out.flush();
                }
            } catch (IOException e) {
                // The caller hung up.
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
