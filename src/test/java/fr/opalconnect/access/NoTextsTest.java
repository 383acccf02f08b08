package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.Opal;
import fr.opalconnect.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/// Production without a gateway: said at the start, and said to people instead of letting them wait for a code.
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = Opal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = WholeApplication.OnTestDatabase.class)
@ActiveProfiles("serve")
@DirtiesContext
class NoTextsTest {
    @LocalServerPort
    int port;

    @Test
    void the_program_says_it_in_one_line_when_it_starts(CapturedOutput output) {
        assertThat(output.getAll()).contains("No text messages can be sent", "Set opal.sms.gateway");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/activation", "/mot-de-passe-oublie"})
    void nobody_is_left_waiting_for_a_code(String path) {
        HttpBrowser browser = Streets.browser(port);
        assertThat(browser.get(path).text()).contains("Nous n’envoyons pas de SMS aujourd’hui");
        Answer page = browser.follow(browser.post(path, "locataire", "0012345", "logement", "024 0117"));
        assertThat(page.text())
                .contains("Nous n’envoyons pas de SMS aujourd’hui", "03 23 23 62 00", "L’agence m’a remis un code");
        Answer wrong = browser.post("/activation/code", "code", "123456", "demande", Neighbours.claimOn(page));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Nous n’envoyons pas de SMS aujourd’hui", "Ce n’est pas le bon code");
    }

    @Test
    void nothing_of_the_demonstration_is_there() {
        assertThat(Streets.browser(port).get("/demo/sms").status()).isEqualTo(404);
    }
}
