package fr.opalconnect.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.ClockApplication;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.MovableClock;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The desk's own pages in a real browser: their way, their barriers, their pictures.
@ClockApplication
class StaffInABrowserTest {
    private static final String PASSWORD = "trois bateaux sur l’Oise";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void moveIn() {
        Emptied.by(jdbc, "DELETE FROM platform.rate_limit");
        DemoLandlord.bringInto(imports);
        for (CastStaff person : CastStaff.values()) {
            AtTheDesk.member(program, person);
        }
    }

    @Test
    void somebody_new_comes_from_the_link_to_the_desk_with_the_keyboard_and_without_a_script() {
        try (Visit anne = seated(CastStaff.ANNE_CARON, Visitor.DESKTOP);
                Visit zoe = Browser.visit(Visitor.PHONE.withoutJavaScript())) {
            Page page = open(anne, "/bureau/equipe/nouveau");
            look(anne, "desk-invite");
            page.locator("#nom").fill("Zoé Martin");
            page.locator("#courriel").fill(UUID.randomUUID() + "@desk.example");
            page.locator("input[name=agences]").first().check();
            Visit.press(page.locator("main form button.btn:not([type=button])").first());
            look(anne, "desk-link");
            Page phone = zoe.page();
            phone.navigate(page.locator("#lien").inputValue());
            assertThat(phone).hasURL(Pattern.compile(".*/bureau/invitation$"));
            zoe.picture("desk-invitation");
            String key = phone.locator("details b[translate=no]").textContent().replace(" ", "");
            phone.locator("#nouveau").fill(PASSWORD);
            phone.locator("#code").fill(Authenticator.code(key, clock.instant()));
            phone.keyboard().press("Enter");
            assertThat(phone.locator("h1")).hasText("Notez vos dix codes de secours");
            zoe.picture("desk-recovery-codes");
            phone.navigate(site() + "/bureau/compte");
            assertThat(phone.locator("main")).containsText("Il vous reste 10 codes de secours");
        }
    }

    @Test
    void the_open_pages_have_no_barrier() {
        try (Visit visit = Browser.visit(Visitor.DESKTOP)) {
            Page page = open(visit, "/demo/equipe");
            look(visit, "desk-demo-staff");
            open(visit, "/bureau/connexion");
            look(visit, "desk-sign-in");
            Visit.press(page.locator("main form button.btn:not([type=button])").first());
            look(visit, "desk-sign-in-mistakes");
            StaffMember claire = AtTheDesk.member(program, CastStaff.CLAIRE_LEMOINE);
            page.locator("#courriel").fill(claire.email());
            page.locator("#mot-de-passe").fill(DemoStaff.PASSWORD);
            page.locator("#code").fill(codeOf(claire));
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/bureau$"));
            assertThat(visit.complaints()).isEmpty();
            StaffMember zoe =
                    AtTheDesk.member(program, "Zoé Test", "zoe@desk.example", StaffRole.ADVISER, List.of("LAO"), null);
            page.navigate(site()
                    + program.getBean(StaffAccounts.class).invite("test", zoe).path());
            look(visit, "desk-invitation-wide");
        }
    }

    @Test
    void the_closed_pages_have_no_barrier() {
        try (Visit visit = seated(CastStaff.ANNE_CARON, Visitor.DESKTOP)) {
            StaffMember claire = AtTheDesk.member(program, CastStaff.CLAIRE_LEMOINE);
            for (String path : List.of(
                    "/bureau/equipe",
                    "/bureau/equipe/" + claire.id(),
                    "/bureau/compte",
                    "/bureau/compte/telephone",
                    "/bureau/code-guichet/" + Cast.LUCIEN_PETIT.tenant(),
                    "/bureau/imports",
                    "/bureau/imports/"
                            + jdbc.sql("SELECT max(id) FROM exchange.import_run")
                                    .query(Long.class)
                                    .single())) {
                open(visit, path);
                look(visit, "desk" + path.replaceAll("[/0-9a-f-]{8,}$", "").replace('/', '-'));
            }
            Page page = open(visit, "/bureau/code-guichet/" + Cast.LUCIEN_PETIT.tenant());
            Visit.press(page.locator("main form button.btn:not([type=button])").first());
            look(visit, "desk-counter-mistakes");
            page.locator("input[name=piece]").first().check();
            page.locator("#motif").fill("plus de téléphone");
            Visit.press(page.locator("main form button.btn:not([type=button])").first());
            assertThat(page.locator("p.code")).hasText(Pattern.compile("[0-9]{3} [0-9]{3}"));
            look(visit, "desk-counter-code");
        }
    }

    private String codeOf(StaffMember member) {
        return Objects.requireNonNull(program.getBean(DemoStaff.class).people().stream()
                .filter(person -> person.member().id().equals(member.id()))
                .findFirst()
                .orElseThrow()
                .next());
    }

    private Visit seated(CastStaff person, Visitor visitor) {
        Visit visit = Browser.visit(visitor);
        AtTheDesk.seat(visit.context(), port, program, person);
        return visit;
    }

    private Page open(Visit visit, String path) {
        visit.page().navigate(site() + path);
        return visit.page();
    }

    private void look(Visit visit, String name) {
        Axe.check(visit.page());
        visit.picture(name);
        assertThat(visit.complaints()).isEmpty();
    }

    private String site() {
        return "http://localhost:" + port;
    }
}
