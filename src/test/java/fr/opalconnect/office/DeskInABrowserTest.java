package fr.opalconnect.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.conversation.Kind;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The desk as it is worked at: with the keyboard, without reloading, beside colleagues.
@WholeApplication
class DeskInABrowserTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    private Letters letters;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        AtTheDesk.member(program, CastStaff.CLAIRE_LEMOINE);
        AtTheDesk.member(program, CastStaff.THOMAS_DELATTRE);
        letters = new Letters(program);
    }

    @Test
    void an_adviser_answers_and_closes_with_the_keyboard_alone() {
        UUID older = letters.begin(Cast.NADIA_BENALI, Kind.CERTIFICATE, "Attestation de loyer", "Il me la faut.");
        UUID leak = letters.begin(Cast.NADIA_BENALI, Kind.REPAIR, "Fuite sous l’évier", "L’eau coule depuis ce matin.");
        try (Visit desk = at(CastStaff.CLAIRE_LEMOINE, Visitor.DESKTOP)) {
            Page page = desk.page();
            page.navigate(url("/bureau?pile=agence"));
            page.evaluate("() => { window.same = true; }");
            page.keyboard().press("j");
            assertThat(page.locator("h1")).hasText("Fuite sous l’évier");
            page.keyboard().press("j");
            assertThat(page.locator("h1")).hasText("Attestation de loyer");
            assertThat(page.locator("#row-" + older)).hasAttribute("aria-current", "true");
            page.keyboard().press("k");
            assertThat(page.locator("h1")).hasText("Fuite sous l’évier");

            page.keyboard().press("r");
            Locator answer = page.locator("#message");
            assertThat(answer).isFocused();
            page.keyboard().type("Bonjour Mme Benali, je répare cela, ? / e j k.");
            assertThat(answer).hasValue("Bonjour Mme Benali, je répare cela, ? / e j k.");
            assertThat(page.locator("#desk-keys")).isHidden();
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".msg.me")).containsText("je répare cela");
            assertThat(page.locator("#message")).hasValue("");

            page.keyboard().press("Escape");
            page.keyboard().press("e");
            assertThat(page.locator(".case-head")).containsText("Faite");
            page.keyboard().press("?");
            assertThat(page.locator("#desk-keys")).isVisible();
            Axe.checkEverywhere(page);
            page.keyboard().press("Escape");
            assertThat(page.locator("#desk-keys")).isHidden();
            page.keyboard().press("/");
            assertThat(page.locator("#desk-search")).isFocused();
            assertThat(page.evaluate("() => window.same === true")).isEqualTo(true);
            page.goBack();
            assertThat(page.url()).contains("/bureau");
            assertThat(desk.complaints()).isEmpty();
        }
        assertThat(leak).isNotEqualTo(older);
    }

    @Test
    void every_state_of_the_inbox_is_without_barriers() {
        UUID leak = letters.begin(Cast.NADIA_BENALI, Kind.REPAIR, "Fuite sous l’évier", "L’eau coule sous l’évier.");
        letters.write(Cast.NADIA_BENALI, leak, "Et le meuble gonfle.");
        for (Visitor visitor : new Visitor[] {
            Visitor.PHONE, Visitor.TABLET, Visitor.DESKTOP, Visitor.DESKTOP.inTheDark(), Visitor.PHONE.inTheDark()
        }) {
            try (Visit desk = at(CastStaff.CLAIRE_LEMOINE, visitor)) {
                Page page = desk.page();
                String name = "desk-" + visitor.width() + (visitor.dark() ? "-dark" : "");
                page.navigate(url("/bureau?pile=agence"));
                if (visitor.width() < 500) {
                    var places = page.locator(".desk-places").boundingBox();
                    assertEquals(visitor.height(), places.y + places.height, 1, "the places stand at the foot");
                }
                desk.picture(name + "-list");
                if (visitor.equals(Visitor.DESKTOP)) {
                    Axe.check(page);
                }
                page.locator("#row-" + leak).click();
                assertThat(page.locator("h1")).hasText("Fuite sous l’évier");
                if (visitor.equals(Visitor.DESKTOP)) {
                    Axe.check(page);
                }
                desk.picture(name + "-case");
                assertThat(desk.complaints()).isEmpty();
            }
        }
    }

    @Test
    void figures_and_templates_are_without_barriers() {
        letters.begin(Cast.NADIA_BENALI, Kind.REPAIR, "Volet", "Il ne ferme plus.");
        try (Visit desk = at(CastStaff.ANNE_CARON, Visitor.DESKTOP)) {
            for (String path : new String[] {"/bureau/chiffres", "/bureau/modeles"}) {
                desk.page().navigate(url(path));
                Axe.check(desk.page());
                desk.picture("desk" + path.replace('/', '-'));
            }
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void what_a_tenant_writes_shows_without_reloading_and_what_is_typed_stays() {
        UUID id = letters.begin(Cast.NADIA_BENALI, Kind.REPAIR, "Radiateur froid", "Il est froid.");
        try (Visit desk = at(CastStaff.CLAIRE_LEMOINE, Visitor.DESKTOP)) {
            Page page = desk.page();
            page.navigate(url("/bureau/conversations/" + id + "?pile=agence"));
            page.locator("#message").fill("Je regarde");
            letters.write(Cast.NADIA_BENALI, id, "Et maintenant il fuit.");
            assertThat(page.locator("#case-thread")).containsText("Et maintenant il fuit.");
            assertThat(page.locator("#queue")).containsText("Et maintenant il fuit.");
            assertThat(page.locator("#message")).hasValue("Je regarde");
            assertThat(page.locator("#message")).isFocused();
            assertThat(desk.complaints()).isEmpty();
        }
    }

    private Visit at(CastStaff person, Visitor visitor) {
        Visit visit = Browser.visit(visitor);
        AtTheDesk.seat(visit.context(), port, program, person);
        return visit;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
