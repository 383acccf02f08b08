package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.MovableClock;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.platform.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClockApplication
class StaffSignInPageTest {
    private static final String IN = "/bureau";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private RecoveryCodes recovery;

    @Autowired
    private StaffLoginTable logins;

    @Autowired
    private StaffLogins writing;

    @Autowired
    private StaffProof proof;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private HttpBrowser browser;
    private StaffMember member;

    @BeforeEach
    void somebodyNew() {
        String name = "iris-" + UUID.randomUUID();
        member = AtTheDesk.member(program, "Zoé Test", name + "@desk.example", StaffRole.ADVISER, List.of("LAO"), null);
        Emptied.by(jdbc, "DELETE FROM platform.rate_limit");
        browser = new HttpBrowser(port);
        browser.get("/bureau/connexion");
    }

    @Test
    void all_three_open_the_desk() {
        Answer answer = signIn(DemoStaff.PASSWORD, code());
        assertThat(answer.where()).isEqualTo(IN);
        String cookie = answer.response().headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("desk="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200");
        assertThat(browser.get("/bureau/connexion").where()).isEqualTo(IN);
    }

    @Test
    void whoever_wanted_a_page_of_the_desk_reads_why_they_meet_the_door_and_comes_to_it() {
        Answer door = browser.get("/bureau/compte");
        assertThat(door.where()).isEqualTo("/bureau/connexion?session=fin&suite=/bureau/compte");
        assertThat(browser.get(door.where()).text())
                .contains("Connectez-vous pour ouvrir cette page", "Vous étiez déjà connecté ?");
        assertThat(signInFor("/bureau/compte", "000000").body()).contains("name=\"suite\" value=\"/bureau/compte\"");
        assertThat(signInFor("/bureau/compte", code()).where()).isEqualTo("/bureau/compte");
        assertThat(browser.get(door.where()).where()).as("in another tab").isEqualTo("/bureau/compte");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//elsewhere.example/bureau", "https://elsewhere.example/bureau/", "/compte", "", "/bureau"})
    void the_way_on_never_leads_out_of_the_desk(String suite) {
        assertThat(signInFor(suite, code()).where()).isEqualTo(IN);
    }

    private Answer signInFor(String suite, String code) {
        return browser.post(
                "/bureau/connexion",
                "courriel",
                member.email(),
                "mot-de-passe",
                DemoStaff.PASSWORD,
                "code",
                code,
                "suite",
                suite);
    }

    @Test
    void whatever_is_wrong_the_answer_is_the_same() {
        String wrongPassword = signIn("un autre mot de passe", code()).text();
        String wrongCode = signIn(DemoStaff.PASSWORD, "000000").text();
        String nobody = browser.post(
                        "/bureau/connexion",
                        "courriel",
                        member.email().replace("@", "x@"),
                        "mot-de-passe",
                        DemoStaff.PASSWORD,
                        "code",
                        "000000")
                .text();
        assertThat(wrongPassword).contains("ne vont pas ensemble").isEqualTo(wrongCode);
        assertThat(nobody).isEqualTo(wrongPassword);
        assertThat(browser.cookies()).doesNotContainKey("desk");
    }

    @Test
    void whoever_typed_the_password_while_it_was_changed_comes_too_late() {
        StaffLoginTable.Login before = logins.find(member.id());
        logins.setPassword(member.id(), "another one", clock.instant());
        assertThat(proof.open(member.id(), before, code(), "a stranger's")).isNull();
        SignedInStaff stranger = AtTheDesk.as(member);
        assertThat(writing.replacePassword(stranger, Objects.requireNonNull(before.passwordHash()), "a third"))
                .isFalse();
    }

    @Test
    void an_address_has_the_same_tries_in_each_spelling() {
        for (int i = 0; i < Limit.STAFF_SIGN_IN_PER_ACCOUNT.burst(); i++) {
            signIn("wrong", "000000");
        }
        String typed = member.email();
        for (String spelling :
                List.of(typed.toUpperCase(Locale.ROOT), typed.replace("k", "\u212a"), typed.replace("i", "\u0130"))) {
            assertThat(signInAs(spelling).where()).as(spelling).isNotEqualTo(IN);
        }
    }

    private Answer signInAs(String email) {
        return browser.post("/bureau/connexion", "courriel", email, "mot-de-passe", DemoStaff.PASSWORD, "code", code());
    }

    @Test
    void a_code_opens_once() {
        String code = code();
        assertThat(signIn(DemoStaff.PASSWORD, code).where()).isEqualTo(IN);
        HttpBrowser other = new HttpBrowser(port);
        other.get("/bureau/connexion");
        assertThat(signIn(other, DemoStaff.PASSWORD, code).status()).isEqualTo(422);
        clock.forward(Duration.ofSeconds(Totp.STEP_SECONDS));
        assertThat(signIn(other, DemoStaff.PASSWORD, code()).where()).isEqualTo(IN);
    }

    @Test
    void a_recovery_code_opens_once_and_leads_to_ones_own_account() {
        List<String> codes = recovery.renew(member.id());
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z2-9]{5}-[a-z2-9]{5}"));
        String typed = codes.getFirst().toUpperCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(recover(typed).where()).isEqualTo("/bureau/compte?fait=secours");
        assertThat(recovery.left(member.id())).isEqualTo(9);
        assertThat(recover(typed).status()).isEqualTo(422);
        assertThat(jdbc.sql("SELECT count(*) FROM access.staff_recovery_code WHERE encode(hash, 'escape') LIKE :code")
                        .param("code", "%" + codes.getFirst() + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_address_is_limited_whether_it_is_known_or_not() {
        for (String email : List.of(member.email(), "nobody@desk.example")) {
            Answer answer = null;
            for (int i = 0; i <= Limit.STAFF_SIGN_IN_PER_ACCOUNT.burst(); i++) {
                answer = browser.post(
                        "/bureau/connexion", "courriel", email, "mot-de-passe", "faux faux faux", "code", "000000");
            }
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(signIn(DemoStaff.PASSWORD, code()).status()).isEqualTo(429);
    }

    @Test
    void what_is_missing_is_said_beside_its_field_and_the_address_is_kept() {
        Answer answer = browser.post("/bureau/connexion", "courriel", member.email());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"" + member.email() + "\"");
        assertThat(answer.text()).contains("Entrez votre mot de passe", "Entrez les 6 chiffres que votre téléphone");
        assertThat(browser.post("/bureau/connexion", "courriel", "zoé").text())
                .contains("s’écrit comme prenom.nom@exemple.fr");
    }

    @Test
    void a_session_ends_after_two_hours_of_no_use_and_after_a_day_at_the_agency() {
        seat();
        for (int hour = 1; hour < 12; hour++) {
            clock.forward(Duration.ofMinutes(59));
            assertThat(browser.get("/bureau/connexion").where())
                    .as("hour " + hour)
                    .isEqualTo(IN);
        }
        clock.forward(Duration.ofMinutes(90));
        assertThat(browser.get("/bureau/connexion").status()).isEqualTo(200);
        seat();
        clock.forward(Duration.ofMinutes(121));
        assertThat(browser.get("/bureau/connexion").status()).isEqualTo(200);
        assertThat(browser.cookies()).doesNotContainKey("desk");
    }

    @Test
    void who_is_closed_is_out_with_the_next_click() {
        seat();
        assertThat(browser.get("/bureau/connexion").where()).isEqualTo(IN);
        String code = code();
        accounts.close("cli", member.id());
        assertThat(browser.get("/bureau/connexion").status()).isEqualTo(200);
        assertThat(signIn(DemoStaff.PASSWORD, code).status()).isEqualTo(422);
    }

    @Test
    void signing_out_ends_the_session_on_the_server_too() {
        seat();
        String token = browser.cookies().get("desk");
        assertThat(browser.get("/aide").status()).isEqualTo(200); // for the form's token
        browser.get("/connexion");
        assertThat(browser.post("/bureau/deconnexion").where()).isEqualTo("/bureau/connexion?session=quittee");
        browser.cookies().put("desk", token);
        assertThat(browser.get("/bureau/connexion").status()).isEqualTo(200);
    }

    @Test
    void a_session_of_the_desk_opens_no_page_of_a_tenant() {
        seat();
        assertThat(browser.get("/accueil").where()).startsWith("/connexion");
        browser.cookies().put("session", browser.cookies().get("desk"));
        assertThat(browser.get("/accueil").where()).startsWith("/connexion");
    }

    private void seat() {
        AtTheDesk.seat(browser, program, member);
    }

    private Answer signIn(String password, String code) {
        return signIn(browser, password, code);
    }

    private Answer signIn(HttpBrowser with, String password, String code) {
        return with.post("/bureau/connexion", "courriel", member.email(), "mot-de-passe", password, "code", code);
    }

    private Answer recover(String code) {
        HttpBrowser fresh = new HttpBrowser(port);
        fresh.get("/bureau/connexion");
        return fresh.post(
                "/bureau/connexion",
                "courriel",
                member.email(),
                "mot-de-passe",
                DemoStaff.PASSWORD,
                "code",
                "",
                "secours",
                code);
    }

    private String code() {
        return program.getBean(DemoStaff.class).people().stream()
                .filter(person -> person.member().id().equals(member.id()))
                .findFirst()
                .orElseThrow()
                .code();
    }
}
