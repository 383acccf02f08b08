package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.opalconnect.ChildProgram;
import fr.opalconnect.notification.sms.Centre;
import fr.opalconnect.platform.Authorities;
import fr.opalconnect.platform.UnusableSetting;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Relays and message centres whose certificate an authority of the house vouches for, and nobody else.
class AuthoritiesTest {
    private static final String PASSWORD = "not a secret";

    @TempDir
    private Path folder;

    @Test
    void what_encrypts_with_a_certificate_of_the_house_is_believed_when_the_settings_say_so() throws Exception {
        Path pem = folder.resolve("house.pem");
        SSLContext keys = keys(pem);
        GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        Centre centre = Centre.simulator();
        int relay = post.getSmtp().getPort();
        try (TlsDoor always = new TlsDoor(keys, relay, false);
                TlsDoor asked = new TlsDoor(keys, relay, true);
                TlsDoor texts = new TlsDoor(keys, centre.address().getPort(), false)) {
            String ports = " %d %d %d".formatted(always.port(), asked.port(), texts.port());
            assertThat(answers(pem + ports)).containsExactly("TLS Taken", "STARTTLS Taken", "SMPP Taken");
            assertThat(Stream.of(post.getReceivedMessages()).map(AuthoritiesTest::subject))
                    .containsExactlyInAnyOrder("TLS", "STARTTLS");
            assertThat(answers("none" + ports))
                    .containsExactly("TLS Unreachable", "STARTTLS Unreachable", "SMPP Unreachable");
            assertThat(post.getReceivedMessages()).hasSize(2);
        } finally {
            centre.close();
            post.stop();
        }
    }

    @Test
    void a_file_without_a_certificate_stops_the_start_with_a_sentence() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.pem"), "Bonjour");
        assertThatThrownBy(() -> Authorities.trust(letter.toString()))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining("opal.tls.authorities", "letter.pem holds no certificate");
        assertThatThrownBy(() -> Authorities.trust(folder.resolve("nowhere.pem").toString()))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining("cannot be read");
    }

    private static List<String> answers(String argument) throws Exception {
        return ChildProgram.said(PostInChild.class, PostInChild.READY, argument).stream()
                .filter(line -> line.matches("(TLS|STARTTLS|SMPP) .*"))
                .toList();
    }

    /// Keys for `localhost`, made by the JDK's own tool, which also writes their certificate down.
    private SSLContext keys(Path pem) throws Exception {
        String store = folder.resolve("door.p12").toString();
        keytool(
                "-genkeypair",
                "-alias",
                "door",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store);
        keytool("-exportcert", "-rfc", "-alias", "door", "-file", pem.toString(), "-keystore", store);
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(store))) {
            own.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(own, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws Exception {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        Stream.of(Stream.of(tool.toString()), Stream.of(arguments), Stream.of("-storepass", PASSWORD))
                                .flatMap(each -> each)
                                .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static String subject(jakarta.mail.internet.MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
