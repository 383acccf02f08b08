package fr.opalconnect.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.FilePayload;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.attachment.Hostile;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Two browsers side by side: a tenant's phone, and the adviser's screen. Nobody reloads anything.
@WholeApplication
class SideBySideTest {
    private static final double SOON = 2_000;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Test
    void a_photo_and_a_question_reach_the_adviser_and_the_answer_comes_back_within_two_seconds_each() {
        DemoLandlord.bringInto(imports);
        String site = "http://localhost:" + port;
        try (Visit phone = Browser.visit(Visitor.PHONE);
                Visit screen = Browser.visit(Visitor.DESKTOP)) {
            AtHome.signIn(phone.context(), port, program, Cast.NADIA_BENALI);
            AtTheDesk.seat(screen.context(), port, program, CastStaff.CLAIRE_LEMOINE);
            Page nadia = phone.page();
            Page claire = screen.page();
            claire.navigate(site + "/bureau");
            nadia.navigate(site + "/messages/ecrire");
            nadia.locator("#pieces")
                    .setInputFiles(new FilePayload("plafond.jpg", "image/jpeg", Hostile.photo(900, 600, 1)));
            assertThat(nadia.locator(".joined-one img")).isVisible();
            nadia.locator("#message").fill("Tache au plafond de la chambre. Que faire ?");
            nadia.locator("form[data-outbox] button.btn:not([type=button])").click();
            assertThat(claire.locator("#main, .desk").first())
                    .containsText("Tache au plafond de la chambre", new ContainsTextOptions().setTimeout(SOON));

            claire.getByText("Tache au plafond de la chambre").first().click();
            assertThat(claire.locator("#case-thread .piece-photo img")).isVisible();
            assertThat((Integer) claire.locator("#case-thread .piece-photo img")
                            .evaluate("image => image.decode().then(() => image.naturalWidth)"))
                    .isEqualTo(480);
            nadia.waitForURL(Pattern.compile(".*/messages/[0-9a-f-]{36}.*"));
            nadia.locator("#message").fill("Je voulais ajouter…");
            claire.locator("textarea#message").fill("Bonjour Madame, je passe demain à 10 h.");
            claire.locator("#case-reply button[data-default]").click();
            assertThat(nadia.locator("#fil"))
                    .containsText("je passe demain à 10 h", new ContainsTextOptions().setTimeout(SOON));
            assertThat(nadia.locator("#message")).hasValue("Je voulais ajouter…");

            nadia.locator("#message").fill("Merci, à demain.");
            nadia.locator("form[data-outbox] button.btn:not([type=button])").click();
            assertThat(claire.locator("#case-thread"))
                    .containsText("Merci, à demain.", new ContainsTextOptions().setTimeout(SOON));
            screen.picture("adviser-side-by-side");
            phone.picture("tenant-side-by-side");
            assertThat(phone.complaints()).isEmpty();
            assertThat(screen.complaints()).isEmpty();
        }
    }
}
