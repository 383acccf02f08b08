package fr.opalconnect.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class ComponentsTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/demo/composants", "/demo/composants/connecte"})
    void components_have_no_barriers(String path) {
        try (Visit visit = Browser.visit()) {
            visit.page().navigate(address(path));
            Axe.checkEverywhere(visit.page());
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void a_form_that_comes_back_leads_to_what_has_to_be_put_right() {
        try (Visit visit = Browser.visit()) {
            Page page = visit.page();
            page.navigate(address("/demo/composants/connecte"));
            assertThat(page).hasTitle(Pattern.compile("^Erreur\u202f: "));
            assertThat(page.locator(":focus")).hasAttribute("role", "alert");
            page.locator(".mistakes a").nth(1).click();
            assertThat(page.locator(":focus")).hasId("code");
            assertThat(page.locator("#code")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("#code")).hasAccessibleDescription(Pattern.compile("Ce code n’est pas le bon"));
            assertThat(page.locator("#numero")).hasValue("12 A");
        }
    }

    @Test
    void a_password_can_be_shown_and_goes_back_to_dots() {
        try (Visit visit = Browser.visit()) {
            Page page = visit.page();
            page.navigate(address("/demo/composants"));
            Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Afficher"));
            assertThat(page.locator("#motdepasse")).hasAttribute("type", "password");
            button.press("Enter");
            assertThat(page.locator("#motdepasse")).hasAttribute("type", "text");
            assertThat(page.getByText("Le mot de passe est affiché.")).isAttached();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Masquer"))
                    .press("Space");
            assertThat(page.locator("#motdepasse")).hasAttribute("type", "password");
        }
    }

    @Test
    void a_form_is_sent_once_however_often_one_presses() {
        try (Visit visit = Browser.visit(Visitor.PHONE.inANewBrowser())) {
            Page page = visit.page();
            page.route("**/langue", route -> {}); // it never comes back
            page.navigate(address("/demo/composants"));
            Object seen = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continuer"))
                    .evaluate("""
                            button => {
                              let sent = 0;
                              addEventListener("submit", event => { if (!event.defaultPrevented) sent++; });
                              button.click();
                              button.click();
                              return `${sent} ${button.getAttribute("aria-busy")}`;
                            }""");
            assertThat(seen).isEqualTo("1 true");
        }
    }

    @Test
    void what_one_waits_for_appears_when_the_time_is_over() {
        try (Visit visit = Browser.visit(Visitor.PHONE.inANewBrowser())) {
            Page page = visit.page();
            page.clock().install();
            page.navigate(address("/demo/composants"));
            assertThat(page.getByText("Nouveau code possible dans")).isVisible();
            assertThat(page.locator("#encore")).isHidden();
            page.clock().runFor(85_000);
            assertThat(page.locator("#encore")).isVisible();
            assertThat(page.getByText("Nouveau code possible dans")).isHidden();
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
