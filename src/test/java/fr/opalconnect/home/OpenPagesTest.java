package fr.opalconnect.home;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.Wire;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The pages that anyone may open, in a real browser.
@WholeApplication
class OpenPagesTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "/, fr-FR",
        "/, en-GB",
        "/aide, fr-FR",
        "/aide?q=code, fr-FR",
        "/aide?q=receipt, en-GB",
        "/aide?q=xylophone, fr-FR",
        "/accessibilite, fr-FR",
        "/mon-application, fr-FR",
        "/hors-ligne, fr-FR",
        "/partage, en-GB",
        "/accessibilite/plan, en-GB",
        "/accessibilite/signaler, fr-FR",
        "/nulle-part, fr-FR",
        "/demo/composants/erreur/busy, en-GB",
    })
    void open_pages_have_no_barriers_and_bear_letters_of_twice_the_size(String path, String locale) {
        try (Visit visit = Browser.visit(Visitor.PHONE.speaking(locale))) {
            visit.page().navigate(address(path));
            Axe.check(visit.page());
            visit.page().evaluate("document.documentElement.style.fontSize = '200%'");
            assertThat((Boolean) visit.page().evaluate("document.documentElement.scrollWidth > innerWidth"))
                    .as("wider than the phone with letters of twice the size")
                    .isFalse();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void the_first_visit_costs_at_most_thirty_kilobytes_and_five_requests() {
        try (Visit visit = Browser.visit(Visitor.PHONE.inANewBrowser())) {
            Wire wire = Wire.of(visit, address("/"));
            assertThat(wire.requests()).hasSizeLessThanOrEqualTo(5);
            assertThat(wire.bytes()).isBetween(5_000L, 30_000L);
        }
    }

    @Test
    void the_second_page_asks_for_nothing_but_itself() {
        try (Visit visit = Browser.visit(Visitor.PHONE.inANewBrowser())) {
            visit.page().navigate(address("/"));
            Wire wire = Wire.of(visit, address("/accessibilite"));
            assertThat(wire.requests().stream().filter(request -> !request.contains("favicon")))
                    .contains(address("/accessibilite"));
            assertThat(wire.bytes()).isLessThan(6_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/aide", "/accessibilite", "/mon-application", "/nulle-part"})
    void every_link_leads_somewhere(String path) {
        HttpBrowser browser = new HttpBrowser(port);
        String body = browser.get(path).body();
        List<String> links = Pattern.compile("href=\"([^\"]*)\"")
                .matcher(body)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertThat(links).isNotEmpty();
        for (String link : links) {
            if (link.startsWith("/")) {
                HttpBrowser.Answer answer = browser.get(link.replaceFirst("#.*", ""));
                assertThat(answer.status()).as(link).isIn(200, 302);
                if (link.startsWith("/aide#")) {
                    assertThat(answer.body()).contains("id=\"" + link.substring(6) + "\"");
                }
            } else if (link.startsWith("#")) {
                assertThat(body).contains("id=\"" + link.substring(1) + "\"");
            } else {
                assertThat(link).matches("tel:[0-9]+|https://.*");
            }
        }
    }

    @Test
    void help_is_searched_without_the_script() {
        try (Visit visit = Browser.visit(Visitor.PHONE.withoutJavaScript())) {
            Page page = visit.page();
            page.navigate(address("/aide"));
            assertThat(page.getByText("Fermez la page ou l’application")).isVisible();
            assertThat(page.getByText("Vérifier ma connexion")).isHidden();
            page.getByLabel("Que cherchez-vous").fill("prelevement rejete");
            page.getByText("Chercher", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("main details").first()).containsText("Mon prélèvement a été rejeté");
            assertThat(page.locator("main details").first()).hasAttribute("open", "");
            assertThat(page.getByLabel("Que cherchez-vous")).hasValue("prelevement rejete");
        }
    }

    @Test
    void help_answers_while_one_types() {
        try (Visit visit = Browser.visit()) {
            Page page = visit.page();
            page.navigate(address("/aide"));
            page.getByLabel("Que cherchez-vous").pressSequentially("quittance");
            assertThat(page.locator("#reponses-nombre")).containsText("réponse");
            assertThat(page.locator("#reponses details").first()).containsText("Comment obtenir une quittance");
            assertThat(page).hasURL(Pattern.compile("q=quittance$"));
            page.getByLabel("Que cherchez-vous").fill("xylophone");
            assertThat(page.locator("#reponses")).containsText("Nous n’avons rien trouvé");
            page.getByLabel("Que cherchez-vous").fill("");
            assertThat(page.locator("#reponses details")).hasCount(34);
        }
    }

    @Test
    void a_link_to_an_answer_opens_it() {
        try (Visit visit = Browser.visit()) {
            visit.page().navigate(address("/aide#payer"));
            assertThat(visit.page().locator("#payer")).hasAttribute("open", "");
        }
    }

    @Test
    void the_check_asks_for_no_cookie_and_sets_none() {
        HttpBrowser browser = new HttpBrowser(port);
        HttpBrowser.Answer answer = browser.get("/aide/ping");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void the_language_stays_chosen_also_without_the_script() {
        try (Visit visit = Browser.visit(Visitor.PHONE.withoutJavaScript())) {
            Page page = visit.page();
            page.navigate(address("/accessibilite"));
            page.locator("header summary").click();
            page.locator("header").getByText("English").click();
            assertThat(page).hasURL(address("/accessibilite"));
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            page.navigate(address("/"));
            assertThat(page.locator("h1")).containsText("Your rent account");
        }
    }

    @Test
    void bienvenue_is_walked_with_the_keyboard_alone() {
        try (Visit visit = Browser.visit(Visitor.DESKTOP)) {
            Page page = visit.page();
            page.navigate(address("/"));
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).hasText("Aller au contenu");
            assertThat(page.locator(":focus")).isInViewport();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).hasText("Activer mon compte");
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).hasText("Me connecter");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(address("/connexion"));
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
