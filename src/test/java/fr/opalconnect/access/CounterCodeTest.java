package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.MovableClock;
import fr.opalconnect.access.ActivationTrouble.Activity;
import fr.opalconnect.access.ActivationTrouble.Kind;
import fr.opalconnect.access.Neighbours.Neighbour;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.platform.Code;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Looks;
import fr.opalconnect.platform.Looks.Look;
import fr.opalconnect.ui.TextBundles;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClockApplication
class CounterCodeTest {
    private static final Pattern SHOWN = Pattern.compile("<p class=\"code\">([0-9]{3}) ([0-9]{3})</p>");
    private static final String AGENCY = "GUICHET";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private ActivationTrouble trouble;

    @Autowired
    private Looks looks;

    @Autowired
    private TextBundles texts;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private StaffMember claire;
    private HttpBrowser desk;

    @BeforeEach
    void sitDown() {
        claire = somebody(StaffRole.ADVISER, AGENCY);
        desk = AtTheDesk.seat(new HttpBrowser(port), program, claire);
    }

    @Test
    void who_has_no_phone_activates_with_a_code_from_the_counter() {
        Neighbour lucien = at(neighbours.withPhone(null));
        HttpBrowser home = begin(lucien);
        Answer call = home.get("/activation/code");
        assertThat(call.text()).contains("L’agence m’a remis un code");
        String code = handOut(lucien);
        assertThat(enter(home, code).where()).isEqualTo("/activation/mot-de-passe");
        assertThat(enter(begin(lucien), code).status()).as("used once").isEqualTo(422);
        assertThat(looks.at(lucien.tenant(), 5)).extracting(Look::what).containsExactly("code");
        assertThat(looks.at(lucien.tenant(), 5).getFirst().why()).isEqualTo("PASSPORT: plus de téléphone");
        assertThat(audited("counter code handed out", lucien)).isEqualTo(1);
        assertThat(audited("counter code used", lucien)).isEqualTo(1);
    }

    @Test
    void it_does_as_well_where_a_code_by_sms_is_waited_for() {
        Neighbour odile = at(neighbours.withMobile());
        HttpBrowser home = begin(odile);
        assertThat(enter(home, handOut(odile)).where()).isEqualTo("/activation/mot-de-passe");
    }

    @Test
    void it_lives_an_hour_and_a_newer_one_takes_its_place() {
        Neighbour lucien = at(neighbours.withPhone(null));
        String first = handOut(lucien);
        String second = handOut(lucien);
        assertThat(enter(begin(lucien), first).status()).isEqualTo(422);
        clock.forward(Duration.ofMinutes(61));
        desk = AtTheDesk.seat(new HttpBrowser(port), program, claire);
        assertThat(enter(begin(lucien), second).text()).contains("a plus d’une heure");
    }

    @Test
    void it_is_tried_five_times_in_one_browser_and_no_more() {
        Neighbour lucien = at(neighbours.withPhone(null));
        String code = handOut(lucien);
        HttpBrowser home = begin(lucien);
        for (int i = 0; i < Code.TRIES; i++) {
            assertThat(enter(home, other(code)).status()).isEqualTo(422);
        }
        assertThat(enter(home, code).status()).isEqualTo(422);
        assertThat(enter(begin(lucien), code).where())
                .as("who holds the rent notice alone does not use it up")
                .isEqualTo("/activation/mot-de-passe");
    }

    @Test
    void what_was_typed_before_it_was_handed_out_is_no_try_at_it() {
        Neighbour lucien = at(neighbours.withPhone(null));
        HttpBrowser home = begin(lucien);
        for (int i = 0; i < Code.TRIES; i++) {
            enter(home, "000000");
        }
        assertThat(enter(home, handOut(lucien)).where()).isEqualTo("/activation/mot-de-passe");
    }

    @Test
    void it_serves_where_strangers_have_used_up_all_that_may_be_typed_of_the_two_numbers() {
        Neighbour lucien = at(neighbours.withPhone(null));
        HttpBrowser home = begin(lucien);
        for (int i = 0; i < Limit.CODE_TRIES_PER_PAIR.burst(); i++) {
            enter(home, "000000");
        }
        assertThat(enter(home, "000000").status()).isEqualTo(429);
        for (int i = 1; i < Limit.ACTIVATION_PER_PAIR.burst(); i++) {
            begin(lucien);
        }
        String code = handOut(lucien);
        HttpBrowser atTheCounter = begin(lucien);
        for (int i = 0; i < Limit.CODE_TRIES_PER_PAIR.burst(); i++) {
            enter(home, other(code));
        }
        assertThat(enter(home, other(code)).status()).as("again").isEqualTo(429);
        assertThat(enter(atTheCounter, code).where()).isEqualTo("/activation/mot-de-passe");
    }

    @Test
    void a_stranger_with_numbers_that_do_not_exist_sees_the_same_page() {
        Neighbour lucien = at(neighbours.withPhone(null));
        handOut(lucien);
        String known = enter(begin(lucien), "000000").text();
        HttpBrowser stranger = null;
        for (int i = 0; i < 400 && stranger == null; i++) {
            HttpBrowser one = Streets.browser(port);
            one.get("/activation");
            one.post("/activation", "locataire", "77" + (10_000 + i), "logement", "55" + (10_000 + i));
            stranger = one.get("/activation/code").body().contains("/activation/code/renvoyer") ? null : one;
        }
        assertThat(enter(Objects.requireNonNull(stranger), "000000").text()).isEqualTo(known);
    }

    @Test
    void only_for_the_tenants_of_ones_agencies() {
        Neighbour elsewhere = neighbours.withPhone(null);
        assertThat(desk.get(CounterCodePage.PATH + elsewhere.tenant()).status()).isEqualTo(404);
        assertThat(desk.get(CounterCodePage.PATH + "9999999").status()).isEqualTo(404);
        Neighbour ours = at(neighbours.withPhone(null));
        desk.get(CounterCodePage.PATH + ours.tenant());
        assertThat(desk.post(CounterCodePage.PATH + elsewhere.tenant(), "piece", "passport", "motif", "x")
                        .status())
                .isEqualTo(404);
        assertThat(trouble.of(AtTheDesk.as(claire), new TenantNumber(elsewhere.tenant())))
                .isNull();
        SignedInStaff anne = AtTheDesk.as(somebody(StaffRole.ADMINISTRATOR, "X"));
        assertThat(trouble.of(anne, new TenantNumber(elsewhere.tenant()))).isNotNull();
    }

    @Test
    void without_a_paper_and_a_reason_there_is_no_code_and_nothing_typed_is_lost() {
        Neighbour lucien = at(neighbours.withPhone(null));
        String path = CounterCodePage.PATH + lucien.tenant();
        desk.get(path);
        Answer answer = desk.post(path, "motif", "plus de téléphone");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Sans pièce, pas de code");
        assertThat(answer.body()).contains("value=\"plus de téléphone\"");
        assertThat(desk.post(path, "piece", "passport").text()).contains("pourquoi le SMS ne convient pas");
    }

    @Test
    void nobody_is_handed_code_after_code() {
        Neighbour lucien = at(neighbours.withPhone(null));
        for (int i = 0; i < Limit.COUNTER_CODE_PER_TENANT.burst(); i++) {
            handOut(lucien);
        }
        assertThat(post(lucien).status()).isEqualTo(429);
    }

    @Test
    void says_why_an_activation_fails() throws InterruptedException {
        assertThat(of(at(neighbours.withPhone(null))).kind()).isEqualTo(Kind.NO_PHONE);
        assertThat(of(at(neighbours.withPhone("03 23 23 62 00"))).kind()).isEqualTo(Kind.LANDLINE);
        Neighbour odile = at(neighbours.withMobile());
        assertThat(of(odile).kind()).isEqualTo(Kind.NEVER_TRIED);
        begin(odile);
        neighbours.codeFor(odile);
        assertThat(of(odile).kind()).isIn(Kind.UNDER_WAY, Kind.CODE_DELIVERED);
        clock.forward(Duration.ofMinutes(11));
        assertThat(of(odile).kind()).isEqualTo(Kind.CODE_UNUSED);
        assertThat(of(odile).sentence(texts.in(Locale.FRENCH))).contains("n’a pas servi");
        Neighbour clumsy = at(neighbours.withMobile());
        HttpBrowser home = begin(clumsy);
        String code = neighbours.codeFor(clumsy);
        for (int i = 0; i < Code.TRIES; i++) {
            enter(home, other(code));
        }
        assertThat(of(clumsy).kind()).isEqualTo(Kind.TOO_MANY_WRONG);
        neighbours.activate(Streets.browser(port), clumsy, Neighbours.GOOD_PASSWORD);
        assertThat(of(clumsy).kind()).isEqualTo(Kind.ACTIVATED);
        Neighbour lucien = at(neighbours.withPhone(null));
        handOut(lucien);
        assertThat(of(lucien).kind()).isEqualTo(Kind.COUNTER_CODE);
    }

    @Test
    void says_what_the_network_said_when_it_refused_the_text() throws InterruptedException {
        Neighbour odile = at(neighbours.withMobile());
        begin(odile);
        neighbours.codeFor(odile);
        // The phone shows it before the program has booked it as taken.
        await().until(() -> of(odile).kind() == Kind.CODE_DELIVERED);
        jdbc.sql("""
                        UPDATE notification.delivery SET state = 'REFUSED', reason = 'numéro suspendu'
                        WHERE id = (SELECT c.delivery_id FROM access.one_time_code c
                                    JOIN access.activation a ON a.id = c.activation_id WHERE a.tenant_number = :tenant)
                        """).param("tenant", odile.tenant()).update();
        assertThat(of(odile).kind()).isEqualTo(Kind.TEXT_REFUSED);
        assertThat(of(odile).isTrouble()).isTrue();
        assertThat(of(odile).sentence(texts.in(Locale.FRENCH))).contains("numéro suspendu");
    }

    @Test
    void says_that_the_phone_has_the_code_or_why_it_has_not() throws InterruptedException {
        Neighbour odile = at(neighbours.withMobile());
        begin(odile);
        neighbours.codeFor(odile);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (of(odile).kind() != Kind.CODE_DELIVERED && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(of(odile).sentence(texts.in(Locale.FRENCH))).contains("Le téléphone a reçu le code");
        jdbc.sql("""
                        UPDATE notification.delivery SET state = 'UNDELIVERED', failure = 'PHONE_OFF', delivered_at = NULL
                        WHERE id = (SELECT c.delivery_id FROM access.one_time_code c
                                    JOIN access.activation a ON a.id = c.activation_id WHERE a.tenant_number = :tenant)
                        """).param("tenant", odile.tenant()).update();
        assertThat(of(odile).kind()).isEqualTo(Kind.TEXT_UNDELIVERED);
        assertThat(of(odile).sentence(texts.in(Locale.FRENCH))).contains("le téléphone est éteint ou hors réseau");
    }

    private Activity of(Neighbour neighbour) {
        return Objects.requireNonNull(trouble.of(AtTheDesk.as(claire), new TenantNumber(neighbour.tenant())));
    }

    private Neighbour at(Neighbour neighbour) {
        jdbc.sql("UPDATE tenancy.dwelling SET agency_code = :agency WHERE number = :dwelling")
                .param("agency", AGENCY)
                .param("dwelling", neighbour.dwelling())
                .update();
        return neighbour;
    }

    private StaffMember somebody(StaffRole role, String agency) {
        String email = UUID.randomUUID() + "@desk.example";
        return AtTheDesk.member(program, "Zoé Test", email, role, List.of(agency), null);
    }

    private HttpBrowser begin(Neighbour neighbour) {
        HttpBrowser home = Streets.browser(port);
        home.get("/activation");
        assertThat(home.post("/activation", "locataire", neighbour.tenant(), "logement", neighbour.dwelling())
                        .where())
                .isEqualTo("/activation/code");
        return home;
    }

    private static Answer enter(HttpBrowser home, String code) {
        return home.post("/activation/code", "code", code, "demande", Neighbours.claimOn(home.get("/activation/code")));
    }

    private String handOut(Neighbour neighbour) {
        Answer answer = post(neighbour);
        assertThat(answer.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        Matcher shown = SHOWN.matcher(answer.body());
        assertThat(shown.find()).isTrue();
        return shown.group(1) + shown.group(2);
    }

    private Answer post(Neighbour neighbour) {
        String path = CounterCodePage.PATH + neighbour.tenant();
        desk.get(path);
        return desk.post(path, "piece", "passport", "motif", "plus de téléphone");
    }

    private static String other(String code) {
        return "111111".equals(code) ? "222222" : "111111";
    }

    private int audited(String act, Neighbour subject) {
        return jdbc.sql("SELECT count(*) FROM platform.audit_line WHERE act = :act AND subject = :subject")
                .param("act", act)
                .param("subject", subject.tenant())
                .query(Integer.class)
                .single();
    }
}
