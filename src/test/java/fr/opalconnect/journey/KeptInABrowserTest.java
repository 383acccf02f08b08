package fr.opalconnect.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.conversation.Conversations;
import fr.opalconnect.conversation.Draft;
import fr.opalconnect.conversation.Kind;
import fr.opalconnect.conversation.Words;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A phone with its network cut: what stays readable, what leaves later, and what nobody finds afterwards.
@WholeApplication
class KeptInABrowserTest {
    private static final String SAID = "Le robinet de la cave goutte.";

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
        visit = Browser.visit(Visitor.PHONE.withTheApp());
        AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
        page = visit.page();
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void what_was_seen_last_stays_readable_and_what_is_written_leaves_once() {
        visit.inAHurry();
        talk();
        keep();
        Axe.check(page);
        visit.picture("keep-on");
        visit.context().setOffline(true);
        open("/compte");
        assertThat(page.locator("main")).containsText("412,37");
        assertThat(page.locator(".seen")).containsText(Pattern.compile("Hors ligne, vu aujourd’hui à \\d+ h"));
        visit.picture("account-offline");
        Axe.check(page);
        open("/"); // as the icon on the home screen opens it
        assertThat(page.locator("h1")).containsText("Bonjour Nadia");
        open("/messages");
        page.locator(".talks a").first().click();
        assertThat(page.locator("#fil")).containsText(SAID);

        open("/messages/ecrire");
        write("Écrit sans réseau.");
        open("/messages/ecrire"); // the same page once more: another message
        write("Écrit juste après.");
        open("/documents"); // was not kept
        assertThat(page.locator("h1")).hasText("Pas de connexion");
        assertThat(page.locator("[data-kept-pages]")).containsText("Mon compte");
        assertThat(page.locator("[data-kept-pages] a[href^='/documents/papiers/avis-']"))
                .hasText(Pattern.compile("Avis d’échéance.: \\S+ 20\\d\\d"));
        assertThat(page.locator("[data-kept-letters]")).containsText("Écrit juste après.");
        visit.picture("offline-with-kept");
        Axe.check(page);

        visit.context().setOffline(false);
        assertThat(page.locator("h1")).hasText("Vos documents"); // the page came back by itself
        open("/messages");
        arrives("Écrit sans réseau.");
        arrives("Écrit juste après.");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void after_signing_out_nothing_can_be_read_and_what_waits_leaves_when_its_writer_is_back() {
        talk();
        open("/accueil");
        visit.withItsWorker();
        open("/compte");
        assertThat(Storage.of(page)).as("nothing is kept by itself").doesNotContain("Nadia", "412,37", "A KEY");
        keep();
        Page profile = visit.context().newPage();
        profile.navigate("http://localhost:" + port + "/profil");
        visit.context().setOffline(true);
        open("/messages/ecrire");
        write("Écrit avant de partir.");
        assertThat(Storage.of(page)).contains("A KEY").doesNotContain("Nadia", "412,37", SAID, "Écrit avant");
        profile.locator("form[action='/deconnexion'] button").click(); // and the phone is handed on at once
        assertThat(profile.locator("h1")).hasText("Pas de connexion");
        profile.close();
        String left = Storage.of(page);
        assertThat(left).doesNotContain("A KEY", "Nadia", "Benali", "412,37", SAID, "Écrit avant");
        open("/compte");
        assertThat(page.locator("h1")).hasText("Pas de connexion");
        assertThat(page.locator("[data-kept-pages]")).isHidden();

        visit.context().setOffline(false);
        visit.context().clearCookies();
        AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
        open("/messages");
        arrives("Écrit avant de partir.");
    }

    @Test
    void a_session_that_is_ended_elsewhere_takes_what_it_kept_along() {
        keep();
        HttpBrowser elsewhere = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        elsewhere.post("/profil/securite/sessions/fin");
        open("/accueil"); // the next contact
        assertThat(page).hasURL(Pattern.compile(".*/connexion\\?session=fin"));
        assertThat(Storage.of(page)).doesNotContain("A KEY", "Nadia", "412,37");
        visit.context().setOffline(true);
        open("/accueil");
        assertThat(page.locator("h1")).hasText("Pas de connexion");
    }

    @Test
    void on_a_slow_network_the_page_shows_as_it_was_seen_last_unless_the_session_turns_out_to_be_over()
            throws IOException {
        try (NextRelease site = new NextRelease(port)) {
            String address = "http://localhost:" + site.port();
            page.navigate(address + "/profil/hors-ligne");
            visit.withItsWorker();
            page.locator("[data-keep-start]").click();
            page.locator("[data-keep-on]").waitFor(); // a notice is made on the way
            AtHome.signedIn(program, port, Cast.NADIA_BENALI).post("/profil/securite/sessions/fin");
            site.slowly(5_500); // longer than the worker waits
            page.navigate(address + "/compte");
            assertThat(page.locator(".seen")).containsText("Réseau très lent, vu aujourd’hui à");
            assertThat(page.locator("main")).containsText("412,37");
            site.slowly(0);
            page.waitForFunction("() => self.kept || import(document.querySelector('script[data-kept]').dataset.kept)");
            page.evaluate("new Promise(done => { const ask = async () =>"
                    + " (await kept.all('keys')).length ? setTimeout(ask, 100) : done(); ask(); })");
            assertThat(Storage.of(page)).doesNotContain("A KEY", "Nadia", "412,37");
        }
    }

    @Test
    void a_photo_that_another_app_hands_over_lies_in_the_next_message() {
        open("/accueil");
        visit.withItsWorker();
        handOver();
        assertThat(page).hasURL(Pattern.compile(".*/messages/ecrire\\?partage"));
        assertThat(page.locator(".joined-name")).hasText("fuite.png");
        assertThat(page.locator("#message")).hasValue("Regardez");
        page.reload();
        assertThat(page.locator(".joined-one")).hasCount(0); // once
    }

    @Test
    void what_is_handed_over_before_signing_in_waits_for_it() {
        visit.context().clearCookies();
        open("/");
        visit.withItsWorker();
        handOver();
        assertThat(page).hasURL(Pattern.compile(".*/connexion.*"));
        AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
        open("/accueil");
        assertThat(page).hasURL(Pattern.compile(".*/messages/ecrire\\?partage"));
        assertThat(page.locator(".joined-name")).hasText("fuite.png");
    }

    /// As phones send it: a form from nowhere, with a file.
    private void handOver() {
        page.evaluate("""
                async () => {
                  const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 30 });
                  const photo = await new Promise((done) => canvas.toBlob(done));
                  const files = new DataTransfer();
                  files.items.add(new File([photo], "fuite.png", { type: "image/png" }));
                  const form = Object.assign(document.createElement("form"), {
                    method: "post", enctype: "multipart/form-data", action: "/partage" });
                  const text = Object.assign(document.createElement("input"), { name: "texte", value: "Regardez" });
                  const file = Object.assign(document.createElement("input"), { type: "file", name: "pieces" });
                  file.files = files.files;
                  form.append(text, file);
                  document.body.append(form);
                  setTimeout(() => form.submit());
                }
                """);
        page.waitForURL(Pattern.compile(".*/(connexion|messages/ecrire).*"));
    }

    private void talk() {
        program.getBean(Conversations.class)
                .open(
                        AtHome.as(program, Cast.NADIA_BENALI),
                        new Draft(
                                Kind.MESSAGE,
                                "Robinet",
                                null,
                                false,
                                false,
                                new Words(SAID, List.of(), UUID.randomUUID())));
    }

    private void keep() {
        open("/profil/hors-ligne");
        visit.withItsWorker();
        page.locator("[data-keep-start]").click();
        page.locator("[data-keep-on]").waitFor(); // a notice is made on the way
    }

    private void write(String words) {
        page.locator("#message").fill(words);
        page.locator("form[data-outbox] button.btn:not([type=button])").last().click();
        assertThat(page.locator("main")).containsText("votre message partira");
        assertThat(page.locator("#message")).hasValue("");
    }

    private void open(String path) {
        page.navigate("http://localhost:" + port + path);
    }

    /// Once; and looked at again, not twice.
    private void arrives(String words) {
        for (int tries = 0; said(words) == 0 && tries < 100; tries++) {
            page.waitForTimeout(100);
        }
        page.waitForTimeout(300);
        assertThat(said(words)).as(words).isEqualTo(1);
    }

    private long said(String words) {
        return jdbc.sql("SELECT count(*) FROM conversation.message WHERE body = :words")
                .param("words", words)
                .query(Long.class)
                .single();
    }
}
