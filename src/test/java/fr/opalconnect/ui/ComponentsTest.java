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
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class ComponentsTest {
    /// The dark line along the yellow one: without it nobody sees the focus on white.
    private static final Pattern SEAM = Pattern.compile("rgb\\(22, 34, 38\\) 0px 0px 0px 2px");

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
            assertThat(page.locator("label[for=code]")).isInViewport();
            assertThat(page.locator("#code")).hasCSS("outline-offset", "2px");
            assertThat(page.locator("#code")).hasCSS("box-shadow", SEAM);
            assertThat(page.locator("#code")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("#code")).hasAccessibleDescription(Pattern.compile("Ce code n’est pas le bon"));
            assertThat(page.locator("#numero")).hasValue("12 A");
        }
    }

    @Test
    void the_bell_ends_the_first_row_of_the_bar_at_every_width() {
        try (Visit visit = Browser.visit()) {
            Page page = visit.page();
            page.navigate(address("/demo/composants/connecte"));
            for (int width : List.of(320, 360, 390, 600, 700, 820, 959, 960, 980, 1400)) {
                page.setViewportSize(width, 900);
                assertThat(page.evaluate("""
                        () => {
                          const box = selector => document.querySelector(selector).getBoundingClientRect();
                          const row = box(".bar .word"), globe = box(".globe > summary"), bell = box(".bell"), me = box(".bell + .me");
                          const last = me.width ? me : bell;
                          const within = each => each.top < row.bottom && each.bottom > row.top;
                          const end = box(".bar").right - parseFloat(getComputedStyle(document.querySelector(".bar")).paddingRight);
                          return [row.height < 60, within(globe), within(bell), within(last), Math.round(end - last.right)].join(" ");
                        }""")).as("%d px", width).isEqualTo("true true true true 0");
            }
        }
    }

    @Test
    void a_menu_closes_behind_who_goes_on_with_tab() {
        try (Visit visit = Browser.visit()) {
            Page page = visit.page();
            page.navigate(address("/demo/composants/connecte"));
            page.locator(".globe > summary").press("Enter");
            page.locator(".globe button").last().press("Tab");
            assertThat(page.locator(".globe")).not().hasAttribute("open", "");
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
