package fr.opalconnect.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.Wire;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.ui.Bundles;
import fr.opalconnect.ui.Texts;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From Bienvenue to the statement, for everyone of the cast, in a real browser.
@WholeApplication
class CastJourneyTest {
    private static final Texts FRENCH = Bundles.ALL.in(Locale.FRENCH);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Imports imports;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(imports);
        Newcomers.all(jdbc);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cast.class,
            mode = Mode.EXCLUDE,
            names = {"LUCIEN_PETIT", "ODETTE_CARLIER"})
    void everyone_with_a_mobile_gets_from_bienvenue_to_the_statement(Cast who) {
        try (Walk walk = walk(Visitor.PHONE)) {
            walk.activate(who).open("/accueil").look("home").lookAgain("home of " + who);
            walk.sees(who.firstName()).sees(shown(who));
            walk.follow("/compte")
                    .look("account")
                    .lookAgain("account of " + who)
                    .sees(shown(who));
            walk.follow("/profil").look("profile");
            walk.follow("/profil/securite").look("security");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Cast.class,
            names = {"LUCIEN_PETIT", "ODETTE_CARLIER"})
    void someone_without_a_mobile_is_told_whom_to_call(Cast who) {
        try (Walk walk = walk(Visitor.PHONE)) {
            walk.fromWelcomeToTheNumbers()
                    .typeNumbers(who.tenant().value(), who.dwelling().value())
                    .look("no mobile")
                    .sees("03 23 23 62 00");
            walk.press("form[action='/activation/pas-mon-numero'] button").look("reported");
            Long tasks = jdbc.sql("SELECT count(*) FROM tenancy.contact_request WHERE tenant_number = :number")
                    .param("number", who.tenant().value())
                    .query(Long.class)
                    .single();
            assertThat(tasks).isPositive();
        }
    }

    @Test
    void co_holders_have_accounts_of_their_own_over_one_rent_account() {
        try (Walk martine = walk(Visitor.PHONE);
                Walk jeanPierre = walk(Visitor.TABLET)) {
            martine.activate(Cast.MARTINE_MARCHAND).open("/compte");
            jeanPierre.activate(Cast.JEAN_PIERRE_MARCHAND).open("/compte");
            assertThat(jeanPierre.page().locator("main").textContent())
                    .isEqualTo(martine.page().locator("main").textContent());
        }
    }

    @Test
    void someone_with_two_leases_switches_from_the_top_bar() {
        try (Walk kevin = walk(Visitor.DESKTOP)) {
            kevin.activate(Cast.KEVIN_LEFEVRE).open("/accueil").sees(shown(Cast.KEVIN_LEFEVRE));
            kevin.page().locator(".switch:not(.globe) summary").click();
            kevin.press(".switch:not(.globe) button:not([aria-current])")
                    .look("home of the second lease")
                    .sees(FRENCH.money(Cast.KEVIN_LEFEVRE.leases().getLast().balance()));
        }
    }

    @Test
    void everything_works_without_javascript() {
        try (Walk walk = walk(Visitor.PHONE.withoutJavaScript())) {
            walk.activate(Cast.SAMUEL_ROCHE).open("/accueil").look("").follow("/compte");
            walk.page().locator("main summary").first().click();
            walk.follow("/profil").follow("/profil/coordonnees");
            walk.page().locator("#erreur").fill("Mon nom s’écrit avec un accent.");
            walk.press("form[action='/profil/coordonnees'] button").sees("Mon nom s’écrit avec un accent.");
            walk.follow("/profil").press("form[action='/deconnexion'] button");
            walk.open("/accueil").at("/connexion");
            walk.signIn(Cast.SAMUEL_ROCHE, Walk.PASSWORD).at("/accueil");
        }
    }

    @Test
    void the_keyboard_alone_is_enough() {
        try (Walk walk = walk(Visitor.DESKTOP)) {
            Keyboard keyboard = new Keyboard(walk.page());
            walk.open("/");
            keyboard.press("main a[href='/activation']");
            walk.at("/activation");
            keyboard.type("#locataire", Cast.NADIA_BENALI.tenant().value());
            keyboard.type("#logement", Cast.NADIA_BENALI.dwelling().value());
            walk.page().keyboard().press("Enter");
            walk.at("/activation/code");
            keyboard.type("#code", new SandboxPhone(jdbc).lastCode(Cast.NADIA_BENALI));
            walk.page().keyboard().press("Enter");
            walk.at("/activation/mot-de-passe");
            keyboard.type("#nouveau", Walk.PASSWORD);
            walk.page().keyboard().press("Enter");
            walk.at("/profil/coordonnees");
            keyboard.press("main a[href='/accueil']");
            walk.at("/accueil");
            keyboard.press("main a[href='/compte']");
            walk.at("/compte");
            keyboard.press("main summary");
            assertThat(walk.page().locator("main details").first()).not().hasAttribute("open", "");
        }
    }

    @Test
    void the_pages_speak_english_to_who_asks_for_it() {
        try (Walk walk = walk(Visitor.PHONE.speaking("en-GB"))) {
            walk.activate(Cast.MARIE_ANGE_HOARAU)
                    .open("/accueil")
                    .look("home in English")
                    .sees("Hello Marie-Ange");
            walk.follow("/compte").look("account in English").sees("My account");
        }
    }

    @Test
    void the_first_visit_of_accueil_costs_at_most_thirty_kilobytes_and_five_requests() {
        try (Walk known = walk(Visitor.PHONE);
                Walk anew = walk(Visitor.PHONE.inANewBrowser())) {
            known.activate(Cast.NADIA_BENALI);
            // The session in a browser that has nothing in its cache.
            anew.visit()
                    .context()
                    .addCookies(known.visit().context().cookies().stream()
                            .map(kept -> new Cookie(kept.name, kept.value).setUrl("http://localhost:" + port))
                            .toList());
            Wire wire = Wire.of(anew.visit(), "http://localhost:" + port + "/accueil");
            anew.at("/accueil");
            assertThat(wire.requests()).hasSizeLessThanOrEqualTo(5);
            assertThat(wire.bytes()).isBetween(5_000L, 30_000L);
        }
    }

    @Test
    void the_readme_gets_its_two_pictures() {
        try (Walk phone = walk(Visitor.PHONE);
                Walk desktop = walk(Visitor.DESKTOP)) {
            phone.activate(Cast.NADIA_BENALI).open("/accueil").visit().pictureForReaders("accueil");
            desktop.signIn(Cast.NADIA_BENALI, Walk.PASSWORD)
                    .open("/compte")
                    .visit()
                    .pictureForReaders("compte");
        }
    }

    private Walk walk(Visitor visitor) {
        return new Walk(port, visitor, new SandboxPhone(jdbc));
    }

    /// The amount as Accueil and Compte show it: what is owed, or what is ahead.
    private static String shown(Cast who) {
        Money balance = who.balance();
        return FRENCH.money(balance.isNegative() ? balance.negated() : balance);
    }
}
