package fr.opalconnect.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.FilePayload;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.attachment.Hostile;
import fr.opalconnect.conversation.Desk;
import fr.opalconnect.conversation.Ending;
import fr.opalconnect.conversation.Words;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the scripts add to a tenant's forms: photos that go ahead, words that survive a bad network, pages that stay
/// true.
@WholeApplication
class SendingInABrowserTest {
    private static final Pattern THREAD = Pattern.compile(".*/messages/[0-9a-f-]{36}.*");
    private static final double SOON = 2_000;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    private Visit visit;
    private Page page;

    @BeforeEach
    void signIn() {
        DemoLandlord.bringInto(imports);
        visit = Browser.visit(Visitor.PHONE.inANewBrowser());
        AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
        page = visit.page();
        page.navigate("http://localhost:" + port + "/messages/ecrire");
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void a_photo_is_made_smaller_goes_ahead_and_stands_in_the_message() {
        page.locator("#message").fill("L’eau goutte sous l’évier.");
        join("évier.jpg", Hostile.photo(3_000, 2_000, 6));
        assertThat(page.locator(".joined-one img")).isVisible();
        assertThat(page.locator(".joined-name")).hasText("évier.jpg");
        Axe.check(page);
        visit.picture("composer-with-photo");
        assertThat(jdbc.sql("SELECT greatest(width, height) FROM attachment.piece WHERE name = 'évier.jpg'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1_600);
        press();
        page.waitForURL(THREAD);
        var photo = page.locator(".piece-photo img").last();
        assertThat(photo).isVisible();
        assertThat((Integer) photo.evaluate("image => image.decode().then(() => image.naturalHeight)"))
                .isEqualTo(480); // upright
        visit.picture("thread-with-photo");
        Axe.check(page);
        assertThat(visit.complaints()).isEmpty();
        assertThat(bound("évier.jpg")).isTrue();
    }

    @Test
    void a_picture_of_a_kind_that_is_not_taken_becomes_one_where_the_browser_can_read_it() {
        // As Safari reads HEIC, this browser reads BMP; one pixel of it is smaller than any JPEG.
        byte[] dot = java.util.HexFormat.of()
                .parseHex("424d3a0000000000000036000000280000000100000001000000010018000000000004000000"
                        + "130b0000130b00000000000000000000ffffff00");
        page.locator("#pieces").setInputFiles(new FilePayload("dot.bmp", "image/bmp", dot));
        assertThat(page.locator(".joined-name")).hasText("dot.jpg");
        assertThat(page.locator(".joined-refused")).hasCount(0);
    }

    @Test
    void a_file_that_is_not_taken_says_why_and_costs_no_word() {
        page.locator("#message").fill("Voici la photo.");
        join("photo.jpg", "<!doctype html><script>alert(1)</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(page.locator(".joined-refused")).containsText("n’est ni une photo ni un PDF");
        assertThat(page.locator("#message")).hasValue("Voici la photo.");
        assertThat(page.locator("[name=jointes]")).hasCount(0);
        Axe.check(page);
    }

    @Test
    void a_file_that_is_taken_away_does_not_go_with_the_message() {
        join("de trop.png", Hostile.photo(90, 60, 1));
        page.getByLabel("Retirer de trop.jpg").click();
        assertThat(page.locator(".joined-one")).hasCount(0);
        page.locator("#message").fill("Sans la photo.");
        press();
        page.waitForURL(THREAD);
        assertThat(page.locator(".pieces")).hasCount(0);
    }

    @Test
    void a_file_that_does_not_arrive_is_sent_again_and_the_message_waits_for_it() {
        visit.inAHurry();
        page.reload();
        AtomicInteger tries = new AtomicInteger();
        page.route("**/pieces", route -> {
            if (tries.incrementAndGet() <= 2) {
                route.abort();
            } else {
                route.resume();
            }
        });
        page.locator("#message").fill("Avec sa photo.");
        join("patience.jpg", Hostile.photo(200, 150, 1));
        press();
        page.waitForURL(THREAD);
        assertThat(tries).hasValue(3);
        assertThat(page.locator(".piece-photo")).hasCount(1);
        assertThat(bound("patience.jpg")).isTrue();
    }

    @Test
    void what_is_written_without_a_network_leaves_when_it_is_back_with_its_photo_once() {
        page.locator("#message").fill("Écrit dans la cave.");
        visit.context().setOffline(true);
        join("cave.jpg", Hostile.photo(300, 200, 1));
        press();
        assertThat(page.locator("[id^=outbox-]"))
                .containsText("Pas de connexion : votre message partira dès qu’elle revient");
        assertThat(page.locator("[id^=outbox-]")).containsText("Écrit dans la cave.");
        assertThat(page.locator("#message")).hasValue("");
        visit.picture("kept-for-later");
        Axe.check(page);
        visit.context().setOffline(false);
        page.waitForURL(THREAD);
        assertThat(page.locator("#fil .msg").last()).containsText("Écrit dans la cave.");
        assertThat(page.locator(".piece-photo")).hasCount(1);
        assertThat(said("Écrit dans la cave.")).isEqualTo(1);
        page.reload();
        assertThat(said("Écrit dans la cave.")).isEqualTo(1);
    }

    /// A Wi-Fi without internet: the browser takes itself to be online, and nothing arrives.
    @Test
    void a_photo_on_a_network_that_leads_nowhere_waits_with_its_message_and_both_leave_once() {
        visit.inAHurry();
        page.reload();
        List<Route> hanging = new ArrayList<>();
        AtomicBoolean cut = new AtomicBoolean();
        page.route("**", route -> {
            if (!route.request().method().equals("POST")) {
                route.resume();
            } else if (cut.get()) {
                route.abort();
            } else {
                hanging.add(route);
            }
        });
        page.locator("#message").fill("Écrit chez le voisin.");
        join("voisin.jpg", Hostile.photo(300, 200, 1));
        press();
        assertThat(page.locator(".join-waits")).containsText("Envoi en cours");
        cut.set(true);
        hanging.forEach(Route::abort);
        assertThat(page.locator("[id^=outbox-]"))
                .containsText("Pas de connexion : votre message partira dès qu’elle revient");
        assertThat(page.locator("[id^=outbox-]")).containsText("Écrit chez le voisin.");
        assertThat(page.locator(".join-waits, .joined-one")).hasCount(0);
        assertThat(page.locator("#message")).hasValue("");
        Axe.check(page);
        page.unrouteAll();
        page.waitForURL(THREAD);
        assertThat(page.locator("#fil .msg").last()).containsText("Écrit chez le voisin.");
        assertThat(page.locator(".piece-photo")).hasCount(1);
        assertThat(said("Écrit chez le voisin.")).isEqualTo(1);
    }

    @Test
    void an_answer_that_got_lost_on_its_way_does_not_make_two_messages() {
        AtomicInteger sent = new AtomicInteger();
        page.route("**/messages/ecrire", route -> {
            if (route.request().method().equals("POST") && sent.incrementAndGet() == 1) {
                route.fetch(new Route.FetchOptions().setMaxRedirects(0)); // it arrives,
                route.abort(); // and nobody hears of it
            } else {
                route.resume();
            }
        });
        page.locator("#message").fill("Une seule fois.");
        press();
        assertThat(page.locator("[id^=outbox-]")).containsText("Une seule fois.");
        assertThat(said("Une seule fois.")).isEqualTo(1);
        page.navigate("http://localhost:" + port + "/messages"); // the next page sends what waits
        page.waitForURL(THREAD);
        assertThat(page.locator("#fil .msg").last()).containsText("Une seule fois.");
        assertThat(said("Une seule fois.")).isEqualTo(1);
        assertThat(sent).hasValue(2);
    }

    @Test
    void somebody_else_on_the_same_device_does_not_send_what_waits() {
        page.locator("#message").fill("Seulement de moi.");
        visit.context().setOffline(true);
        press();
        assertThat(page.locator("[id^=outbox-]")).isVisible();
        visit.context().clearCookies();
        AtHome.signIn(visit.context(), port, program, Cast.KEVIN_LEFEVRE);
        visit.context().setOffline(false);
        page.navigate("http://localhost:" + port + "/messages/ecrire");
        assertThat(page.locator("form[data-outbox]")).isVisible();
        assertThat(page.locator("[id^=outbox-]")).hasCount(0);
        assertThat(said("Seulement de moi.")).isZero();
    }

    @Test
    void an_answer_appears_by_itself_and_disturbs_nothing() {
        page.locator("#message").fill("Bonjour ?");
        press();
        page.waitForURL(THREAD);
        page.locator("#message").fill("Je suis en train d’écrire");
        page.locator("#message").focus();
        var before = page.evaluate("document.scrollingElement.scrollTop");
        UUID thread = UUID.fromString(page.url().replaceFirst(".*/messages/([0-9a-f-]{36}).*", "$1"));
        Ending ending = program.getBean(Desk.class)
                .answer(
                        AtTheDesk.as(program, CastStaff.CLAIRE_LEMOINE),
                        thread,
                        new Words("Bonjour Madame, le plombier vient demain.", List.of(), UUID.randomUUID()),
                        null);
        assertThat(ending).isInstanceOf(Ending.Done.class);
        assertThat(page.locator(".thread"))
                .containsText("le plombier vient demain", new ContainsTextOptions().setTimeout(SOON));
        assertThat(page.locator("#message")).hasValue("Je suis en train d’écrire");
        assertThat(page.locator("#message")).isFocused();
        assertThat(page.locator("body > [role=status]")).not().isEmpty();
        assertThat(page.evaluate("document.scrollingElement.scrollTop >= " + before))
                .isEqualTo(true);
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void without_a_script_files_go_with_the_form_and_one_that_is_too_large_costs_no_word() {
        HttpBrowser plain = AtHome.signedIn(program, port, Cast.SAMUEL_ROCHE);
        String key = UUID.randomUUID().toString();
        var refused = plain.upload(
                "/messages/ecrire",
                "pieces",
                "film.jpg",
                new byte[16 * 1024 * 1024],
                "message",
                "Mon long message.",
                "cle",
                key);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("« film.jpg » est trop lourd : 15 Mo au plus");
        assertThat(refused.body()).contains("Mon long message.</textarea>");
        var sent = plain.upload(
                "/messages/ecrire",
                "pieces",
                "sans script.jpg",
                Hostile.photo(200, 100, 1),
                "message",
                "Mon long message.",
                "cle",
                key);
        assertThat(sent.where()).matches("/messages/[0-9a-f-]{36}.*");
        var thread = plain.follow(sent);
        String photo = thread.body().replaceFirst("(?s).*href=\"(/messages/pieces/[0-9a-f-]{36})\".*", "$1");
        assertThat(plain.get(photo).response().headers().firstValue("Content-Type"))
                .hasValue("image/jpeg");
        assertThat(AtHome.signedIn(program, port, Cast.KEVIN_LEFEVRE).get(photo).status())
                .isEqualTo(404);
        assertThat(bound("sans script.jpg")).isTrue();
    }

    private void join(String name, byte[] bytes) {
        page.locator("#pieces").setInputFiles(new FilePayload(name, "image/jpeg", bytes));
    }

    private void press() {
        page.locator("form[data-outbox] button.btn:not([type=button])").click();
    }

    private int said(String words) {
        return jdbc.sql("SELECT count(*) FROM conversation.message WHERE body = :words")
                .param("words", words)
                .query(Integer.class)
                .single();
    }

    private boolean bound(String name) {
        return jdbc.sql("SELECT bool_and(bound_at IS NOT NULL) FROM attachment.piece WHERE name = :name")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }
}
