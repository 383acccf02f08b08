package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.StaffMember;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Sign-in through an identity provider that is not of our making.
@ClockApplication
class StaffProviderTest {
    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();
    private static final String ISSUER = "bailleur";
    private static final String CLIENT = "opal";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private StaffMember member;
    private HttpBrowser browser;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        PROVIDER.start();
        settings.add("opal.staff.oidc.issuer", () -> PROVIDER.issuerUrl(ISSUER).toString());
        settings.add("opal.staff.oidc.client-id", () -> CLIENT);
        settings.add("opal.staff.oidc.client-secret", () -> "not a secret in a test");
        settings.add("opal.staff.oidc.name", () -> "Compte Bailleur");
    }

    @AfterAll
    static void stop() {
        PROVIDER.shutdown();
    }

    @BeforeEach
    void somebodyNew() {
        String email = UUID.randomUUID() + "@provider.example";
        member = AtTheDesk.member(program, "Zoé Test", email, StaffRole.ADVISER, List.of("LAO"), null);
        browser = new HttpBrowser(port);
    }

    @Test
    void who_has_a_verified_address_and_an_account_is_in() throws Exception {
        assertThat(browser.get("/bureau/connexion").text()).contains("Continuer avec Compte Bailleur");
        Answer back = come("sub-1-" + member.id(), member.email(), true);
        assertThat(back.where()).isEqualTo("/bureau");
        assertThat(browser.get("/bureau/compte").status()).isEqualTo(200);
        assertThat(browser.cookies()).doesNotContainKey("provider");
    }

    @Test
    void who_wanted_a_page_of_the_desk_comes_to_it() throws Exception {
        assertThat(browser.get("/bureau/connexion?session=fin&suite=/bureau/compte")
                        .body())
                .contains("href=\"/bureau/connexion/fournisseur?suite=/bureau/compte\"");
        String there = leave("/bureau/connexion/fournisseur?suite=/bureau/compte");
        assertThat(browser.get(answerOf(there, "sub-0-" + member.id(), member.email(), true))
                        .where())
                .isEqualTo("/bureau/compte");
    }

    @Test
    void goes_there_with_pkce_a_state_and_a_nonce() {
        String address = browser.get("/bureau/connexion/fournisseur")
                .response()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(address)
                .startsWith(PROVIDER.issuerUrl(ISSUER).toString())
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "state=", "nonce=")
                .contains("scope=openid+email", "client_id=" + CLIENT);
    }

    @Test
    void an_address_that_nobody_verified_opens_nothing() throws Exception {
        assertThat(come("sub-2-" + member.id(), member.email(), false).where())
                .isEqualTo("/bureau/connexion?session=inconnu");
        assertThat(browser.get("/bureau/connexion?session=inconnu").text()).contains("n’a pas d’accès au bureau");
    }

    @Test
    void who_has_no_account_gets_none() throws Exception {
        assertThat(come("sub-3", "personne@provider.example", true).where())
                .isEqualTo("/bureau/connexion?session=inconnu");
    }

    @Test
    void an_address_that_was_given_to_somebody_else_opens_nothing() throws Exception {
        assertThat(come("sub-4-" + member.id(), member.email(), true).where()).isEqualTo("/bureau");
        assertThat(come("another-" + member.id(), member.email(), true).where())
                .isEqualTo("/bureau/connexion?session=inconnu");
        assertThat(come("sub-4-" + member.id(), "new-name@provider.example", true)
                        .where())
                .isEqualTo("/bureau");
    }

    @Test
    void who_was_closed_stays_out() throws Exception {
        assertThat(come("sub-5-" + member.id(), member.email(), true).where()).isEqualTo("/bureau");
        accounts.close("test", member.id());
        assertThat(come("sub-5-" + member.id(), member.email(), true).where())
                .isEqualTo("/bureau/connexion?session=inconnu");
    }

    @Test
    void an_answer_that_this_browser_did_not_ask_for_is_not_taken() throws Exception {
        String answer = answerOf("sub-6-" + member.id(), member.email(), true);
        HttpBrowser victim = new HttpBrowser(port);
        assertThat(victim.get(answer).where()).isEqualTo("/bureau/connexion?session=fournisseur");
        HttpBrowser sent = new HttpBrowser(port);
        sent.get("/bureau/connexion/fournisseur");
        assertThat(sent.get(answer).where()).as("another's state").isEqualTo("/bureau/connexion?session=fournisseur");
        assertThat(browser.get(answer).where()).isEqualTo("/bureau");
        assertThat(browser.get(answer).where()).as("once").isEqualTo("/bureau/connexion?session=fournisseur");
    }

    @Test
    void a_token_for_another_errand_is_not_taken() throws Exception {
        String answer = answerOf("sub-7-" + member.id(), member.email(), true);
        jdbc.sql("UPDATE access.oidc_attempt SET nonce = 'another'").update();
        assertThat(browser.get(answer).where()).isEqualTo("/bureau/connexion?session=fournisseur");
    }

    @Test
    void a_code_without_its_verifier_is_not_taken() throws Exception {
        String answer = answerOf("sub-8-" + member.id(), member.email(), true);
        jdbc.sql("UPDATE access.oidc_attempt SET code_verifier = repeat('x', 43)")
                .update();
        assertThat(browser.get(answer).where()).isEqualTo("/bureau/connexion?session=fournisseur");
    }

    @Test
    void a_token_for_somebody_elses_program_is_not_taken() throws Exception {
        browser.get("/bureau/connexion");
        String there = leave();
        PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback(
                ISSUER,
                "sub-9-" + member.id(),
                "JWT",
                List.of(CLIENT),
                Map.of("email", member.email(), "email_verified", true, "aud", "another program"),
                3600));
        assertThat(browser.get(follow(there)).where()).isEqualTo("/bureau/connexion?session=fournisseur");
    }

    private Answer come(String subject, String email, boolean verified) throws Exception {
        return browser.get(answerOf(subject, email, verified));
    }

    /// The address by which the provider sends the browser back.
    private String answerOf(String subject, String email, boolean verified) throws Exception {
        return answerOf(leave(), subject, email, verified);
    }

    private static String answerOf(String there, String subject, String email, boolean verified) throws Exception {
        PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback(
                ISSUER, subject, "JWT", List.of(CLIENT), Map.of("email", email, "email_verified", verified), 3600));
        return follow(there);
    }

    private String leave() {
        return leave("/bureau/connexion/fournisseur");
    }

    private String leave(String way) {
        return browser.get(way).response().headers().firstValue("Location").orElseThrow();
    }

    private static String follow(String there) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Void> response = http.send(
                    HttpRequest.newBuilder(URI.create(there)).build(), HttpResponse.BodyHandlers.discarding());
            return response.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        }
    }
}
