package fr.opalconnect.insurance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
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
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// A certificate from the tenant's telephone to the office and back, with a script and without, in both languages.
@WholeApplication
class InsuranceInABrowserTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        Cleared.all(program);
    }

    @Test
    void a_certificate_is_sent_refused_sent_again_and_accepted() {
        try (Visit visit = Browser.visit();
                Visit office = Browser.visit(Visitor.DESKTOP)) {
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            AtTheDesk.seat(office.context(), port, program, CastStaff.CLAIRE_LEMOINE);
            Page page = visit.page();
            Page desk = office.page();
            page.navigate(url("/accueil"));
            Visit.press(page.locator(".tiles a[href='/assurance']"));
            Axe.check(page);
            visit.picture("insurance-missing");
            choose(page);
            page.locator("[data-joined] .joined-remove").waitFor();
            Visit.press(page.locator("form.composer .btn"));
            assertThat(page.locator("[data-read]")).containsText("Nous avons lu ces dates");
            Axe.check(page);
            visit.picture("insurance-read");
            Visit.press(page.locator("form.composer .btn"));
            assertThat(page.locator("[data-said]")).containsText("Attestation envoyée");
            Axe.check(page);
            visit.picture("insurance-sent");

            desk.navigate(url("/bureau"));
            Visit.press(desk.locator(".desk-places a[href='/bureau/assurances']"));
            desk.locator("details.more summary").first().click();
            Axe.check(desk);
            office.picture("insurance-desk");
            Visit.press(desk.locator("button[value=autre-periode]"));
            assertThat(desk.locator("[data-said]")).containsText("Refusée");

            page.navigate(url("/accueil"));
            assertThat(page.locator(".note.warn")).containsText("refusée");
            Axe.check(page);
            visit.picture("insurance-refused-home");
            Visit.press(page.locator(".note.warn a"));
            choose(page);
            page.locator("[data-joined] .joined-remove").waitFor();
            Visit.press(page.locator("form.composer .btn"));
            Visit.press(page.locator("form.composer .btn"));
            desk.locator("input[value=bientot]").check();
            desk.locator("input[value=manquante]").check();
            Visit.press(desk.locator("form.range button"));
            Axe.check(desk);
            office.picture("insurance-desk-all");
            Visit.press(desk.locator("form[action$=accepter] button").first());
            assertThat(desk.locator("input[value=manquante]")).isChecked();
            page.reload();
            assertThat(page.locator(".tag").first()).hasText("À jour");
            Axe.check(page);
            visit.picture("insurance-accepted");
            assertThat(visit.complaints()).isEmpty();
            assertThat(office.complaints()).isEmpty();
        }
    }

    @Test
    void without_a_script_and_in_english_the_same_forms_do_it() {
        for (Visitor visitor : List.of(
                Visitor.PHONE.withoutJavaScript(),
                Visitor.PHONE.withoutJavaScript().speaking("en-GB"))) {
            landlord();
            try (Visit visit = Browser.visit(visitor);
                    Visit office = Browser.visit(Visitor.DESKTOP.withoutJavaScript())) {
                AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
                Page page = visit.page();
                page.navigate(url("/assurance"));
                choose(page);
                Visit.press(page.locator("form.composer .btn"));
                assertThat(page.locator("[data-read]")).isVisible();
                Visit.press(page.locator("form.composer .btn"));
                assertThat(page.locator("[data-said]")).isVisible();
                AtTheDesk.seat(office.context(), port, program, CastStaff.CLAIRE_LEMOINE);
                office.page().navigate(url("/bureau/assurances"));
                Visit.press(office.page().locator("form[action$=accepter] button"));
                page.reload();
                assertThat(page.locator("main"))
                        .containsText(LocalDate.now(Texts.ZONE).plusMonths(9).getYear() + "");
                assertThat(visit.complaints()).isEmpty();
            }
        }
    }

    private static void choose(Page page) {
        LocalDate until = LocalDate.now(Texts.ZONE).plusMonths(9);
        byte[] pdf = DemoCertificates.pdf("Nadia Benali", until.minusYears(1).plusDays(1), until);
        page.locator("#pieces").setInputFiles(new FilePayload("attestation.pdf", "application/pdf", pdf));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
