package fr.opalconnect.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@WholeApplication
class ContactDetailsTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Test
    void what_is_too_tooLongis_said_to_be_and_nothing_of_it_is_cut() {
        DemoLandlord.bringInto(imports);
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        assertThat(nadia.get("/profil/coordonnees").body())
                .contains("name=\"erreur\"")
                .doesNotContain("maxlength");
        String tooLong = "a".repeat(1001);
        HttpBrowser.Answer answer = nadia.post("/profil/coordonnees", "erreur", tooLong);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Le message est trop long", tooLong);
    }
}
