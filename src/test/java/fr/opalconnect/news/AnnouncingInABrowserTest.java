package fr.opalconnect.news;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From the empty form to the tenants' Accueil, as people see it.
@WholeApplication
class AnnouncingInABrowserTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
    }

    @AfterEach
    void silence() {
        Emptied.by(jdbc, "DELETE FROM news.announcement");
        program.getBean(Announcements.class).forget();
    }

    @Test
    void an_announcement_goes_from_the_form_to_accueil_and_no_page_has_a_barrier() {
        try (Visit desk = Browser.visit(Visitor.DESKTOP);
                Visit home = Browser.visit(Visitor.PHONE)) {
            AtTheDesk.seat(desk.context(), port, program, CastStaff.ANNE_CARON);
            Page page = open(desk, "/bureau/annonces/nouvelle?agence=LAO");
            press(page, "Aperçu");
            look(desk, "news-mistakes");
            page.locator("#lieu").selectOption("Laon|Champagne|B");
            page.locator("#titre").fill("Eau coupée jeudi");
            page.locator("#texte").fill("Le gardien aura de l’eau.");
            press(page, "Aperçu");
            assertThat(page.locator("main")).containsText("Eau coupée jeudi");
            look(desk, "news-preview");
            Visit.press(page.locator("form[action='/bureau/annonces'] button").first());
            assertThat(page.locator("main")).containsText("L’annonce est enregistrée");
            look(desk, "news-list");

            AtHome.signIn(home.context(), port, program, Cast.NADIA_BENALI);
            open(home, "/accueil");
            assertThat(home.page().locator("main")).containsText("Le gardien aura de l’eau.");
            look(home, "news-home");
        }
    }

    private static void press(Page page, String label) {
        Visit.press(page.locator("button.btn").filter(new Locator.FilterOptions().setHasText(label)));
    }

    private Page open(Visit visit, String path) {
        visit.page().navigate("http://localhost:" + port + path);
        return visit.page();
    }

    private static void look(Visit visit, String name) {
        Axe.check(visit.page());
        visit.picture(name);
        assertThat(visit.complaints()).isEmpty();
    }
}
