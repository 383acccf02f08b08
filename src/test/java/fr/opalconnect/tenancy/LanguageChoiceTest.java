package fr.opalconnect.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A language is chosen once.
@WholeApplication
class LanguageChoiceTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(imports);
    }

    @AfterEach
    void nobodyChose() {
        Emptied.by(jdbc, "DELETE FROM tenancy.language_choice");
    }

    @Test
    void what_a_tenant_chose_holds_on_the_next_device_and_for_what_we_send() {
        assertThat(AtHome.signedIn(program, port, Cast.SAMUEL_ROCHE)
                        .post("/langue", "langue", "en", "retour", "/profil")
                        .where())
                .endsWith("/profil");
        HttpBrowser another = AtHome.signedIn(program, port, Cast.SAMUEL_ROCHE);
        assertThat(another.get("/profil").body()).contains("<html lang=\"en\"");
        assertThat(language(Cast.SAMUEL_ROCHE)).isEqualTo("en");
        another.post("/langue", "langue", "fr");
        assertThat(another.get("/profil").body()).contains("<html lang=\"fr\"");
        assertThat(language(Cast.SAMUEL_ROCHE)).isEqualTo("fr");
    }

    @Test
    void where_a_form_was_answered_with_what_is_missing_its_page_comes_in_the_new_language() {
        HttpBrowser browser = AtHome.signedIn(program, port, Cast.SAMUEL_ROCHE);
        browser.get("/profil/securite");
        HttpBrowser.Answer missing = browser.post("/profil/securite/mot-de-passe");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("name=\"retour\" value=\"/profil/securite/mot-de-passe\"");
        HttpBrowser.Answer page =
                browser.follow(browser.post("/langue", "langue", "en", "retour", "/profil/securite/mot-de-passe"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"en\"", "action=\"/profil/securite/mot-de-passe\"");
    }

    @Test
    void who_chose_before_signing_in_chose_for_good() {
        HttpBrowser browser = AtHome.signedIn(program, port, Cast.SAMUEL_ROCHE);
        assertThat(language(Cast.SAMUEL_ROCHE)).isNotEqualTo("en");
        browser.cookies().put("langue", "en");
        Answer page = browser.get("/profil");
        assertThat(page.body()).contains("<html lang=\"en\"");
        assertThat(page.response().headers().allValues("Content-Language")).containsExactly("en");
        assertThat(language(Cast.SAMUEL_ROCHE)).isEqualTo("en");
    }

    @Test
    void what_we_do_not_speak_is_not_kept() {
        HttpBrowser browser = AtHome.signedIn(program, port, Cast.SAMUEL_ROCHE);
        browser.post("/langue", "langue", "klingon");
        browser.post("/langue", "langue", "miroir");
        assertThat(browser.cookies()).doesNotContainKey("langue");
        assertThat(browser.get("/profil").body()).contains("<html lang=\"fr\"");
    }

    @Test
    void the_desk_has_french_for_who_speaks_neither_of_its_languages() {
        HttpBrowser mirrored = new HttpBrowser(port);
        mirrored.cookies().put("langue", "miroir");
        assertThat(mirrored.get("/connexion").body()).contains("<html lang=\"ar\" dir=\"rtl\"");
        assertThat(mirrored.get("/bureau/connexion").body()).contains("<html lang=\"fr\">");
    }

    private String language(Cast person) {
        Tenancies tenancies = program.getBean(Tenancies.class);
        return String.valueOf(
                Objects.requireNonNull(tenancies.find(person.tenant())).language());
    }
}
