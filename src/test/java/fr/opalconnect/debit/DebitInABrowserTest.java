package fr.opalconnect.debit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Automatic debit in a real browser: signed with a script and without one, in both languages; readable for everyone.
@WholeApplication
class DebitInABrowserTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nobodyHasSigned() {
        DemoLandlord.bringInto(imports);
        Cleared.all(jdbc);
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void a_mandate_is_signed(Visitor visitor) {
        boolean scripts = visitor.javaScript();
        try (Visit visit = Browser.visit(visitor)) {
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            Page page = visit.page();
            page.navigate("http://localhost:" + port + "/payer/prelevement");
            page.fill("#iban", "FR76 3000 6000 0112 3456 7890 198");
            Visit.press(page.locator("main form button.btn"));
            assertThat(page.locator(".mistakes")).isVisible();
            look(visit, scripts, visitor.locale() + "-debit-mistake");
            page.fill("#iban", "fr76 3000 6000 0112 3456 7890 189");
            page.check("input[name=jour][value='10']");
            Visit.press(page.locator("main form button.btn"));
            assertThat(page.locator("main")).containsText("FR97ZZZ640210");
            look(visit, scripts, visitor.locale() + "-debit-read");
            Visit.press(page.locator("main form button.btn"));
            look(visit, scripts, visitor.locale() + "-debit-code");
            page.fill("#code", Codes.last(jdbc, Cast.NADIA_BENALI));
            Visit.press(page.locator("main form button.btn.block"));
            assertThat(page.locator("main")).containsText("FR76 •••• 0189");
            look(visit, scripts, visitor.locale() + "-debit-mandate");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    static List<Visitor> visitors() {
        return List.of(
                Visitor.PHONE,
                Visitor.PHONE.speaking("en-GB"),
                Visitor.PHONE.withoutJavaScript(),
                Visitor.PHONE.speaking("en-GB").withoutJavaScript());
    }

    @Test
    void the_offices_pages_are_readable_for_everyone() {
        program.getBean(DemoDebits.class)
                .moveIn(Cast.KEVIN_LEFEVRE.tenant(), Cast.KEVIN_LEFEVRE.lease().number());
        program.getBean(Proposals.class).propose();
        try (Visit visit = Browser.visit(Visitor.DESKTOP)) {
            AtTheDesk.seat(visit.context(), port, program, CastStaff.ANNE_CARON);
            Page page = visit.page();
            page.navigate("http://localhost:" + port + "/bureau/prelevements");
            look(visit, true, "debit-desk");
            Visit.press(page.locator("form[action$='/approuver'] button"));
            assertThat(page.locator("[data-said]")).isVisible();
            look(visit, true, "debit-desk-approved");
            page.navigate("http://localhost:" + port + "/bureau/prelevements/retours");
            page.setInputFiles(
                    "#fichier",
                    new com.microsoft.playwright.options.FilePayload(
                            "retours.xml", "application/xml", Messages.camt054(reference(), "AC04", "356.44")));
            Visit.press(page.locator("main form button.btn"));
            assertThat(page.locator("main")).containsText("AC04");
            look(visit, true, "debit-returns");
            page.navigate(
                    "http://localhost:" + port + "/bureau/prelevements/locataires/" + Cast.KEVIN_LEFEVRE.tenant());
            look(visit, true, "debit-desk-tenant");
            assertThat(visit.complaints()).isEmpty();
        }
        try (Visit visit = Browser.visit()) {
            AtHome.signIn(visit.context(), port, program, Cast.KEVIN_LEFEVRE);
            visit.page().navigate("http://localhost:" + port + "/prelevement");
            look(visit, true, "debit-stopped");
        }
    }

    private String reference() {
        return jdbc.sql("SELECT reference FROM debit.collection")
                .query(String.class)
                .single();
    }

    private static void look(Visit visit, boolean axe, String name) {
        if (axe) {
            Axe.check(visit.page());
        }
        visit.picture(name);
    }
}
