package fr.opalconnect.plan;

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
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From 'Difficile de tout payer ?' to the first instalment, with a script and without.
@WholeApplication
class PlanInABrowserTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        JdbcClient jdbc = program.getBean(JdbcClient.class);
        Emptied.by(jdbc, "TRUNCATE plan.plan, plan.instalment, plan.step");
        Emptied.by(jdbc, "DELETE FROM platform.rate_limit");
    }

    @Test
    void with_a_script_it_is_worked_out_while_one_chooses() {
        try (Visit visit = Browser.visit();
                Visit office = Browser.visit(Visitor.DESKTOP)) {
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            Page page = visit.page();
            page.navigate(url("/payer/etalement"));
            Axe.check(page);
            visit.picture("plan-simulator");
            page.locator("#mois").selectOption("9");
            assertThat(page.locator("#calcul h2")).hasText("En 9 mois");
            page.locator("#message").fill("Mon contrat s’est arrêté.");
            Visit.press(page.locator("#demande button"));
            assertThat(page.locator("main")).containsText("412,37 € en 9 mois");
            Axe.check(page);
            visit.picture("plan-requested");

            AtTheDesk.seat(office.context(), port, program, CastStaff.CLAIRE_LEMOINE);
            Page desk = office.page();
            desk.navigate(url("/bureau/etalements"));
            desk.locator("main details summary").first().click();
            Axe.check(desk);
            office.picture("plan-desk");
            desk.locator("input[name=mois]").fill("6");
            Visit.press(desk.locator("form[action$=proposer] button"));
            assertThat(desk.locator("[data-said]")).containsText("Proposé");

            page.reload();
            assertThat(page.locator(".note.warn")).containsText("Est-ce que cela vous va");
            Axe.check(page);
            visit.picture("plan-proposed");
            Visit.press(page.locator("form[action$=accord] button"));
            assertThat(page.locator(".lines .tag").first()).hasText("La prochaine");
            Axe.check(page);
            visit.picture("plan-running");
            Visit.press(page.locator(".lines a.btn").first());
            assertThat(page.locator("main")).containsText("68,73");
            assertThat(visit.complaints()).isEmpty();
            assertThat(office.complaints()).isEmpty();
        }
    }

    @Test
    void without_a_script_and_in_english_the_same_form_does_it() {
        for (Visitor visitor : List.of(
                Visitor.PHONE.withoutJavaScript(),
                Visitor.PHONE.withoutJavaScript().speaking("en-GB"))) {
            landlord();
            try (Visit visit = Browser.visit(visitor);
                    Visit office = Browser.visit(Visitor.DESKTOP.withoutJavaScript())) {
                AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
                Page page = visit.page();
                page.navigate(url("/payer/etalement"));
                page.locator("#parmois").fill("100");
                Visit.press(page.locator("form[method=get] button"));
                assertThat(page.locator("#calcul h2")).containsText("5");
                Visit.press(page.locator("#demande button"));
                AtTheDesk.seat(office.context(), port, program, CastStaff.CLAIRE_LEMOINE);
                office.page().navigate(url("/bureau/etalements"));
                Visit.press(office.page().locator("form[action$=accepter] button"));
                page.reload();
                assertThat(page.locator(".lines a.btn")).hasCount(5);
            }
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
