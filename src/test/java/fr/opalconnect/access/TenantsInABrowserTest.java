package fr.opalconnect.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.ClockApplication;
import fr.opalconnect.MovableClock;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.access.Neighbours.Neighbour;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What only a real browser shows: barriers, focus, and what appears in time.
@ClockApplication
class TenantsInABrowserTest {
    @LocalServerPort
    int port;

    @Autowired
    Neighbours neighbours;

    @Autowired
    MovableClock clock;

    @Test
    void forms_that_come_back_take_the_focus_to_what_is_wrong() {
        visit(Visitor.PHONE, page -> {
            page.navigate(address("/activation"));
            send(page, "Recevoir mon code");
            assertThat(page.locator(".mistakes")).isFocused();
            Axe.check(page);
            page.locator(".mistakes a").first().click();
            assertThat(page.locator("#locataire")).isFocused();
            page.navigate(address("/connexion?session=fin"));
            Axe.check(page);
            page.fill("#locataire", "48213");
            page.fill("#mot-de-passe", "not the password");
            send(page, "Me connecter");
            Axe.check(page);
            assertThat(page.locator("#locataire")).hasValue("48213");
            assertThat(page.locator("#mot-de-passe")).hasValue("");
        });
    }

    @Test
    void a_wrong_code_and_a_weak_password_have_no_barriers() {
        Neighbour odile = neighbours.withMobile();
        visit(Visitor.PHONE, page -> {
            begin(page, odile);
            page.fill("#code", "000000");
            send(page, "Continuer");
            Axe.check(page);
            page.fill("#code", codeFor(odile));
            send(page, "Continuer");
            page.fill("#nouveau", "azertyuiop12");
            page.getByRole(AriaRole.BUTTON, named("Afficher")).click();
            assertThat(page.locator("#nouveau")).hasAttribute("type", "text");
            send(page, "Activer mon compte");
            Axe.check(page);
            page.fill("#nouveau", Neighbours.GOOD_PASSWORD);
            send(page, "Activer mon compte");
            page.navigate(address("/profil/securite?fait=mot-de-passe"));
            Axe.check(page);
        });
    }

    @Test
    void with_a_script_the_seconds_run_and_the_button_is_announced() {
        Neighbour odile = neighbours.withMobile();
        visit(Visitor.PHONE, page -> {
            begin(page, odile);
            clock.forward(Duration.ofSeconds(58));
            page.reload();
            Locator button = page.getByRole(AriaRole.BUTTON, named("Recevoir un nouveau code"));
            assertThat(page.getByText("Nouveau code possible dans 0:0")).isVisible();
            assertThat(button).isHidden();
            assertThat(button).isVisible();
            assertThat(page.locator("[data-over]")).hasText("Vous pouvez demander un nouveau code.");
            button.click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Un nouveau code est parti");
            Axe.check(page);
        });
    }

    @Test
    void without_a_script_the_button_appears_in_time_and_what_was_typed_stays() {
        Neighbour odile = neighbours.withMobile();
        visit(Visitor.PHONE.withoutJavaScript(), page -> {
            begin(page, odile);
            clock.forward(Duration.ofSeconds(57));
            page.reload();
            Locator button = page.getByRole(AriaRole.BUTTON, named("Recevoir un nouveau code"));
            page.fill("#code", "40");
            Locator wait = page.getByText("Nouveau code possible à partir de");
            assertThat(wait).isVisible();
            assertThat(button).isHidden();
            assertThat(button).isVisible();
            assertThat(wait).isHidden();
            assertThat(page.locator("#code")).hasValue("40");
            button.click();
            assertThat(page.getByText("Un nouveau code est parti")).isVisible();
        });
    }

    @Test
    void the_page_of_too_many_tries_and_the_phones_of_the_demonstration_have_no_barriers() {
        Neighbour odile = neighbours.withMobile();
        visit(Visitor.PHONE, page -> {
            for (int i = 0; i < 7; i++) {
                page.context().clearCookies(); // another browser each time: the same one would wait
                begin(page, odile);
            }
            Axe.check(page);
            page.navigate(address("/demo/sms"));
            assertThat(page.locator(".text").first()).containsText("OPAL");
            Axe.check(page);
        });
        visit(Visitor.PHONE.speaking("en-GB").inTheDark(), page -> {
            page.navigate(address("/mot-de-passe-oublie?fin"));
            Axe.check(page);
        });
    }

    private interface Act extends Consumer<Page> {}

    private void visit(Visitor visitor, Act act) {
        try (Visit visit = Browser.visit(visitor)) {
            visit.context().setExtraHTTPHeaders(Map.of("X-Forwarded-For", Streets.address()));
            act.accept(visit.page());
            assertThat(visit.complaints()).isEqualTo(List.of());
        }
    }

    private void begin(Page page, Neighbour neighbour) {
        page.navigate(address("/activation"));
        page.fill("#locataire", neighbour.tenant());
        page.fill("#logement", neighbour.dwelling());
        send(page, "Recevoir mon code");
    }

    private String codeFor(Neighbour neighbour) {
        try {
            return neighbours.codeFor(neighbour);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(Page page, String label) {
        Visit.press(page.getByRole(AriaRole.BUTTON, named(label)));
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
