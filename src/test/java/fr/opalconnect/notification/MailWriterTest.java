package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.notification.mail.Mail;
import fr.opalconnect.notification.mail.MailGateway;
import fr.opalconnect.notification.mail.SandboxMail;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a letter looks like, where the demonstration shows it, and that its address can turn out to be wrong.
@WholeApplication
class MailWriterTest {
    static final URI PLACE = URI.create("https://locataires.opal.example/messages");
    static final URI STOP = URI.create("https://locataires.opal.example/courriels/arret/x7");
    static final MailView NEWS = new MailView(
            "Votre conseillère a répondu",
            List.of("Bonjour Nadia,", "Un plombier passe <jeudi> & vendredi."),
            "Lire la réponse",
            PLACE,
            STOP,
            "Vous recevez cet e-mail parce que vous l’avez choisi.");

    @Autowired
    MailWriter writer;

    @Autowired
    MessageIds ids;

    @Autowired
    MailGateway gateway;

    @Autowired
    MailAddresses addresses;

    @Autowired
    SandboxMails mails;

    @LocalServerPort
    int port;

    @Test
    void a_letter_says_the_same_as_a_page_and_as_plain_text() {
        Mail mail = writer.write(UUID.randomUUID(), "nadia@exemple.fr", Locale.FRENCH, NEWS);
        assertThat(mail.html())
                .contains("<h1", "plombier passe &lt;jeudi&gt; &amp; vendredi.", PLACE.toString(), STOP.toString())
                .contains("lang=\"fr\" dir=\"ltr\"", "prefers-color-scheme: dark")
                .doesNotContain("<img", "url(", "<script", "src=");
        assertThat(mail.text())
                .contains("Un plombier passe <jeudi> & vendredi.", "Lire la réponse\n" + PLACE, STOP.toString())
                .doesNotContain("<p", "&amp;", "\n\n\n");
    }

    @Test
    void nothing_that_is_written_can_begin_another_header() {
        Mail mail =
                new Mail("a@b.fr", "Bonjour\r\nBcc: all@opal.example", "", "", null, "x@opal.example", Locale.FRENCH);
        assertThat(mail.subject()).isEqualTo("Bonjour Bcc: all@opal.example");
        assertThatThrownBy(() -> new Mail("a@b.fr", "", "", "", null, "x@y>\r\nBcc: all", Locale.FRENCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_message_id_says_to_whom_its_letter_went_and_cannot_be_invented() {
        String id = ids.of(UUID.randomUUID(), "Nadia@exemple.fr");
        assertThat(id).endsWith("@opal.example");
        assertThat(ids.wentTo(id, "nadia@exemple.fr")).isTrue();
        assertThat(ids.wentTo(id, "karim@exemple.fr")).isFalse();
        assertThat(ids.wentTo("x" + id, "nadia@exemple.fr")).isFalse();
        assertThat(ids.wentTo("nothing", "nadia@exemple.fr")).isFalse();
    }

    @Test
    void the_demonstration_shows_its_letters_and_one_can_come_back() {
        String address = "revient-" + UUID.randomUUID() + "@exemple.fr";
        assertThat(gateway.send(writer.write(UUID.randomUUID(), address, Locale.FRENCH, NEWS)))
                .isInstanceOf(MailGateway.Answer.Taken.class);
        long letter = mails.latest().getFirst().id();
        HttpBrowser browser = new HttpBrowser(port);
        assertThat(browser.get("/demo/courriels").body()).contains(address, NEWS.title());
        var page = browser.get("/demo/courriels/" + letter);
        assertThat(page.body()).contains("Lire la réponse");
        assertThat(page.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("default-src 'none'", "sandbox")
                .doesNotContain("script-src");
        assertThat(addresses.returned(address)).isNull();
        browser.post("/demo/courriels/" + letter + "/retour");
        assertThat(addresses.returned(address.toUpperCase(Locale.ROOT)))
                .extracting(MailAddresses.Returned::kind)
                .isEqualTo("unknown");
        addresses.clear(address);
        assertThat(addresses.returned(address)).isNull();
    }

    @Test
    void what_is_wrong_with_our_server_is_no_fault_of_the_address() {
        for (String status : List.of("4.2.2", "5.7.1", "5.3.4", "5.5.0", "nonsense")) {
            assertThat(addresses.bounced("sain@exemple.fr", status)).isFalse();
        }
        assertThat(addresses.returned("sain@exemple.fr")).isNull();
        assertThat(addresses.returned(null)).isNull();
    }

    @Test
    void the_sandbox_can_refuse_an_address() {
        MailGateway stubborn = new SandboxMail(mail -> {}, Set.of("nul@exemple.fr"));
        assertThat(stubborn.send(writer.write(UUID.randomUUID(), "Nul@exemple.fr", Locale.FRENCH, NEWS)))
                .isInstanceOf(MailGateway.Answer.Refused.class);
    }
}
