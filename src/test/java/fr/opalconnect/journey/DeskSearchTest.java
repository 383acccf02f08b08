package fr.opalconnect.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The adviser finds a tenant without a mobile, puts the number right, and the tenant is in a minute later.
@WholeApplication
class DeskSearchTest {
    private static final String MOBILE = "06 39 98 42 42";

    @LocalServerPort
    private int port;

    @Autowired
    private Imports imports;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void newcomers() {
        DemoLandlord.bringInto(imports);
        Newcomers.all(jdbc);
    }

    @AfterEach
    void asTheErpHasIt() {
        Emptied.by(jdbc, "DELETE FROM tenancy.phone_correction");
        Emptied.by(jdbc, "DELETE FROM tenancy.contact_request");
        Newcomers.all(jdbc);
    }

    @Test
    void a_number_is_put_right_with_the_keyboard_and_the_tenant_activates_at_once() {
        try (Visit desk = Browser.visit(Visitor.DESKTOP);
                Walk lucien = new Walk(port, Visitor.PHONE, new SandboxPhone(jdbc))) {
            lucien.fromWelcomeToTheNumbers()
                    .typeNumbers(
                            Cast.LUCIEN_PETIT.tenant().value(),
                            Cast.LUCIEN_PETIT.dwelling().value());

            AtTheDesk.seat(desk.context(), port, program, CastStaff.CLAIRE_LEMOINE);
            Page page = desk.page();
            page.navigate("http://localhost:" + port + "/bureau/recherche");
            assertThat(page.locator("#q")).isFocused();
            page.keyboard().type("petti lucien");
            assertThat(page.locator(".hits")).containsText("Petit Lucien");
            Axe.check(page);
            desk.picture("desk-search");
            page.keyboard().press("Escape");
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText("Lucien Petit");
            look(desk, "desk-file");

            page.getByText("Changer le numéro").first().press("Enter");
            page.locator("#nouveau").fill(MOBILE);
            look(desk, "desk-phone");
            page.locator("#motif").fill("Au guichet, pièce d’identité vue");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText("Vérifiez avant de changer");
            look(desk, "desk-second-look");
            page.locator("main form button").first().press("Enter");
            assertThat(page.locator("main")).containsText("C’est corrigé");
            look(desk, "desk-corrected");

            lucien.fromWelcomeToTheNumbers()
                    .typeNumbers(
                            Cast.LUCIEN_PETIT.tenant().value(),
                            Cast.LUCIEN_PETIT.dwelling().value())
                    .typeTheCode(MOBILE)
                    .choosePassword()
                    .at("/profil/coordonnees")
                    .sees(MOBILE);

            page.reload();
            assertThat(page.locator("main")).containsText("Compte activé");
        }
    }

    @Test
    void coming_back_from_a_file_the_hits_stand_there_again_and_the_address_never_told() {
        try (Visit desk = Browser.visit(Visitor.DESKTOP)) {
            AtTheDesk.seat(desk.context(), port, program, CastStaff.CLAIRE_LEMOINE);
            Page page = desk.page();
            page.navigate("http://localhost:" + port + "/bureau/coordonnees");
            look(desk, "desk-contact");
            page.keyboard().press("/");
            page.keyboard().type("48213");
            page.keyboard().press("Enter");
            assertThat(page.locator(".hits")).containsText("Benali Nadia");
            assertThat(page).hasURL(Pattern.compile("/bureau/recherche$"));
            page.locator(".hits a").first().click();
            assertThat(page.locator("h1")).containsText("Nadia Benali");
            page.goBack();
            assertThat(page.locator(".hits")).containsText("Benali Nadia");
        }
    }

    @Test
    void without_javascript_the_form_finds_too() {
        try (Visit desk = Browser.visit(Visitor.TABLET.withoutJavaScript())) {
            AtTheDesk.seat(desk.context(), port, program, CastStaff.CLAIRE_LEMOINE);
            Page page = desk.page();
            page.navigate("http://localhost:" + port + "/bureau/recherche");
            page.locator("#q").fill("06 41 20");
            page.locator(".find button").click();
            assertThat(page.locator(".hits")).containsText("Benali Nadia");
            assertThat(page.locator("#q")).hasValue("06 41 20");
        }
    }

    private static void look(Visit desk, String name) {
        Axe.check(desk.page());
        desk.picture(name);
        assertThat(desk.complaints()).isEmpty();
    }
}
