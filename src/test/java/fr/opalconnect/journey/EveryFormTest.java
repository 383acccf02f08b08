package fr.opalconnect.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HowOften;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.ui.Language;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The pages that only a form leads to, with its mistakes and without, on a phone: in Arabic, from right to left, and
/// with letters of twice the size. Those that links lead to are [EveryPageTest]'s.
@WholeApplication
class EveryFormTest {
    private static final Cast NEWCOMER = Cast.SAMUEL_ROCHE;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private JdbcClient jdbc;

    private final Map<String, List<String>> faults = new TreeMap<>();

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        nothingOfThisWasDone();
    }

    @AfterEach
    void nothingOfThisWasDone() {
        Newcomers.all(jdbc);
        Emptied.by(
                jdbc,
                "DELETE FROM tenancy.language_choice",
                "DELETE FROM tenancy.contact_request",
                "DELETE FROM account.coming_payment",
                "TRUNCATE payment.payment CASCADE", // the same sum again asks once more
                "TRUNCATE plan.plan, plan.instalment, plan.step",
                "TRUNCATE debit.mandate CASCADE");
    }

    enum Way {
        IN_LARGE_LETTERS,
        FROM_RIGHT_TO_LEFT
    }

    static Stream<Way> ways() {
        return Stream.of(Way.values()).limit(HowOften.of("forms.ways", 1, 2));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void nothing_is_lost_or_cut(Way way) {
        try (Visit visit = Browser.visit(Visitor.PHONE.inANewBrowser())) {
            if (way == Way.FROM_RIGHT_TO_LEFT) {
                visit.context().addCookies(List.of(inArabic()));
                walk(visit, "ar", List.of(inArabic()));
                assertThat(visit.page().locator("html")).hasAttribute("dir", "rtl");
            } else {
                visit.page().navigate(address("/"));
                Fit.twiceTheLetters(visit.page());
                walk(visit, "large", List.of());
            }
        }
    }

    private Cookie inArabic() {
        return new Cookie("langue", Language.ARABIC.code()).setUrl(address("/")).setHttpOnly(true);
    }

    private void walk(Visit visit, String pictures, List<Cookie> language) {
        Form form = new Form(visit, pictures);
        comeIn(form);
        visit.context().clearCookies();
        visit.context().addCookies(language);
        AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
        write(form);
        pay(form);
        sign(form);
        keep(form);
        assertThat(visit.complaints()).isEmpty();
        assertThat(faults).isEmpty();
    }

    private void comeIn(Form form) {
        form.open("/connexion").type("#locataire", "12").send("sign-in-mistake");
        form.open("/connexion")
                .type("#locataire", "9999999")
                .type("input[type=password]", "nothing of the kind")
                .send("sign-in-wrong");
        form.open("/activation").send("numbers-mistake");
        form.type("#locataire", Cast.ODETTE_CARLIER.tenant().value())
                .type("#logement", Cast.ODETTE_CARLIER.dwelling().value())
                .send("no-mobile");
        form.open("/activation")
                .type("#locataire", NEWCOMER.tenant().value())
                .type("#logement", NEWCOMER.dwelling().value())
                .send("code");
        form.type("#code", "12").send("code-mistake");
        form.type("#code", new SandboxPhone(jdbc).lastCode(NEWCOMER)).send("password");
        form.type("#nouveau", "motdepasse").send("password-mistake");
        form.type("#nouveau", Walk.PASSWORD).send("details-to-check");
        form.type("#erreur", "").send("form[action='/profil/coordonnees'] button", "details-mistake");
        form.type("#erreur", "Mon numéro a changé").send("form[action='/profil/coordonnees'] button", "details-told");
        form.open("/profil/securite")
                .type("#actuel", "not this one")
                .type("#nouveau", "0044092")
                .send("form[action$='/mot-de-passe'] button.btn:not([type=button])", "security-mistake");
    }

    private void write(Form form) {
        form.open("/messages/ecrire").send("form.composer button.btn:not([type=button])", "letter-mistake");
        form.type("#message", "La porte de l’immeuble ne ferme plus.")
                .send("form.composer button.btn:not([type=button])", "letter-sent");
        form.open("/signaler?lieu=cuisine");
        form.press("main a[href*='probleme=']", "trouble");
        form.choose("[name=urgence][value=non]")
                .type("#message", "Le robinet goutte.")
                .send("form.composer button.btn:not([type=button])", "trouble-told");
        form.open("/messages").type("#q", "robinet").send("form[role=search] button", "letters-found");
        form.open("/accessibilite/signaler").send("barrier-mistake");
    }

    private void pay(Form form) {
        form.open("/payer").choose("[value=autre]").type("#autre", "vingt").send("[data-pay-button]", "pay-mistake");
        form.type("#autre", "20").send("[data-pay-button]", "pay-bank");
        form.press("button[value=ACCEPT]", "paid");
        assertThat(form.page.locator(".receipt")).isVisible();
        form.look("receipt");
        form.open("/payer").choose("[value=autre]").type("#autre", "20").send("[data-pay-button]", "pay-again");
        form.open("/payer/etalement").type("#parmois", "x").send("form[method=get] button", "plan-mistake");
        form.open("/payer/etalement").type("#message", "Je cherche du travail.").send("#demande button", "plan-asked");
    }

    private void sign(Form form) {
        form.open("/payer/prelevement").type("#iban", "FR76 1").send("mandate-mistake");
        form.type("#iban", "FR76 3000 6000 0112 3456 7890 189").send("mandate-read");
        form.send("mandate-code");
        form.type("#code", "12").send("mandate-code-mistake");
        form.type("#code", new SandboxPhone(jdbc).lastCode(Cast.NADIA_BENALI)).send("mandate-signed");
    }

    private void keep(Form form) {
        form.open("/documents/deposer").send("file-mistake");
        form.open("/assurance").send("form.composer .btn:not([type=button])", "insurance-mistake");
        form.open("/profil/notifications").send("choices-kept");
        form.open("/profil/quittances").send("consent");
    }

    /// A page, its form, and what comes of it.
    private final class Form {
        private final Page page;
        private final Visit visit;
        private final String pictures;

        Form(Visit visit, String pictures) {
            this.page = visit.page();
            this.visit = visit;
            this.pictures = pictures;
        }

        Form open(String path) {
            page.navigate(address(path));
            return this;
        }

        Form type(String field, String words) {
            page.locator(field).first().fill(words);
            return this;
        }

        Form choose(String field) {
            page.locator(field).check();
            return this;
        }

        Form send(String name) {
            return send("main form button.btn:not([type=button])", name);
        }

        Form send(String button, String name) {
            return press(button, name);
        }

        Form press(String way, String name) {
            // What a page hides until it is needed is opened, as somebody would.
            page.evaluate("document.querySelectorAll('details:not(.switch)').forEach(each => { each.open = true; })");
            Visit.press(page.locator(way).first());
            return look(name);
        }

        Form look(String name) {
            List<String> found = Fit.faults(page);
            if (!found.isEmpty()) {
                faults.put(name, found);
            }
            visit.picture(pictures + "-form-" + name);
            return this;
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
