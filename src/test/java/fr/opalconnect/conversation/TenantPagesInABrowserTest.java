package fr.opalconnect.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.opalconnect.conversation.Said.id;
import static fr.opalconnect.conversation.Said.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.ClockApplication;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The tenant's pages in a real browser: readable for everyone, and whole without a script.
@ClockApplication
class TenantPagesInABrowserTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private Conversations conversations;

    @Autowired
    private InstantSource clock;

    @Autowired
    private Desk desk;

    @Autowired
    private Caseload caseload;

    private SignedInTenant nadia = null;
    private SignedInStaff claire = null;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(imports);
        claire = AtTheDesk.as(program, CastStaff.CLAIRE_LEMOINE);
        nadia = AtHome.as(program, Cast.NADIA_BENALI);
    }

    /// French words in a page from right to left: what does not fit is cut at their end, not at their beginning.
    @Test
    void in_arabic_the_list_shows_the_beginning_of_what_was_said_in_french() {
        conversations.open(nadia, Said.message("Le bail commence en septembre 2027. Mon contrat s’est arrêté.", false));
        try (Visit visit = Browser.visit(Visitor.PHONE.speaking("ar-DZ"))) {
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            visit.page().navigate("http://localhost:" + port + "/messages");
            assertThat(visit.page().locator("html")).hasAttribute("dir", "rtl");
            assertThat(visit.page().locator(".talk").first()).containsText("أنت");
            visit.picture("talks-arabic");
            assertThat((Boolean) visit.page().evaluate("""
                            () => {
                              const words = document.querySelector('.talk-words');
                              const walk = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
                              while (walk.nextNode() && !walk.currentNode.data.includes('Le bail'));
                              const range = document.createRange();
                              const at = walk.currentNode.data.indexOf('Le bail');
                              range.setStart(walk.currentNode, at);
                              range.setEnd(walk.currentNode, at + 7);
                              const box = words.getBoundingClientRect();
                              return range.getBoundingClientRect().left >= box.left - 1;
                            }""")).isTrue();
        }
    }

    @Test
    void every_page_is_readable_for_everyone() {
        UUID leak = leak();
        UUID done = id(conversations.open(nadia, Said.repair("robinet", true)));
        caseload.move(claire, done, State.DONE, null);
        List<String> pages = List.of(
                "/accueil",
                "/messages",
                "/messages/" + leak,
                "/messages/" + done,
                "/messages/ecrire",
                "/signaler",
                "/signaler?lieu=cuisine",
                "/signaler?lieu=electricite&probleme=gaz",
                "/signaler?lieu=cuisine&probleme=robinet",
                "/demandes",
                "/demandes/coordonnees",
                "/demandes/preavis");
        try (Visit visit = Browser.visit()) {
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            for (String path : pages) {
                visit.page().navigate("http://localhost:" + port + path);
                // At three widths, in both schemes.
                Axe.check(visit.page());
                visit.picture("talk"
                        + path.replace(leak.toString(), "fil")
                                .replace(done.toString(), "faite")
                                .replaceAll("[^a-z]+", "-"));
            }
            Visit.press(visit.page().locator("main button[formaction]"));
            Axe.check(visit.page());
            visit.picture("talk-lettre");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void without_a_script_a_leak_goes_from_reported_to_confirmed() {
        try (Visit visit = Browser.visit(Visitor.PHONE.withoutJavaScript())) {
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            Page page = visit.page();
            page.navigate("http://localhost:" + port + "/accueil");
            page.locator("a[href='/signaler']").click();
            page.locator("a[href$='lieu=bains']").click();
            page.locator("a[href$='probleme=chasse']").click();
            page.locator("textarea").fill("Elle coule sans arrêt");
            page.locator("input[name=urgence][value=non]").check();
            page.locator("form.composer button.btn").click();
            assertThat(page.locator(".talk-head .tag")).hasText("Reçue");
            UUID id = UUID.fromString(page.url().replaceFirst(".*/messages/([0-9a-f-]+).*", "$1"));
            desk.answer(claire, id, words("Je vous envoie quelqu’un."), null);
            caseload.move(claire, id, State.DONE, null);
            page.reload();
            assertThat(page.locator(".thread")).containsText("Je vous envoie quelqu’un.");
            page.locator("form[action$='/fin'] button").click();
            assertThat(page.locator(".talk-head .tag")).hasText("Close");
        }
    }

    private UUID leak() {
        UUID leak = id(conversations.open(
                nadia,
                new Draft(
                        Kind.REPAIR,
                        "L’eau fuit (évier, lavabo, tuyau)",
                        "fuite",
                        true,
                        true,
                        words("Dans la cuisine.\n\nBonjour, l’eau coule sous l’évier depuis ce matin. J’ai coupé le "
                                + "robinet d’arrêt."))));
        assertThat(Objects.requireNonNull(desk.open(claire, leak)).messages()).hasSize(1);
        desk.answer(
                claire,
                leak,
                words("Bonjour Mme Benali, un plombier peut passer demain. Cela vous convient ?"),
                Waiting.TENANT);
        Instant at = clock.instant().plus(Duration.ofDays(1));
        desk.offerSlots(claire, leak, List.of(new Slot.Times(at, at.plus(Duration.ofHours(2)))));
        return leak;
    }
}
