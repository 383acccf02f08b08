package fr.opalconnect.document;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Documents in a real browser: found, saved, added and removed, with a script and without one, in both languages.
@WholeApplication
class DocumentsInABrowserTest {
    /// Stands in for a phone that hands files over; what it was given is left on the page.
    private static final String SHARING = """
            navigator.canShare = (what) => what.files?.length === 1;
            navigator.share = async (what) => { document.body.dataset.given = `${what.files[0].name} ${what.files[0].type} ${what.files[0].size > 500}`; };
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void theLandlordIsThere() {
        DemoLandlord.bringInto(imports);
        Emptied.by(jdbc, "DELETE FROM document.consent");
        Emptied.by(jdbc, "DELETE FROM document.upload");
    }

    static List<Visitor> visitors() {
        return List.of(Visitor.PHONE, Visitor.PHONE.speaking("en-GB").withoutJavaScript());
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void a_document_is_found_saved_added_and_removed(Visitor visitor) throws IOException {
        boolean scripts = visitor.javaScript();
        boolean french = visitor.locale().startsWith("fr");
        try (Visit visit = Browser.visit(visitor)) {
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            Page page = visit.page();
            page.navigate("http://localhost:" + port + "/accueil");
            Visit.press(page.locator("nav.tabs a[href='/documents']"));
            look(visit, scripts, visitor.locale() + "-documents");
            page.fill("#q", "ETAT lieux");
            if (scripts) {
                assertThat(page.locator("#liste-nombre")).containsText("1 ");
            } else {
                Visit.press(page.locator("form.search button.btn"));
            }
            assertThat(page.locator(".papers > li")).hasCount(1);
            assertThat(page.locator("[data-share-file]")).isHidden();
            Download saved = page.waitForDownload(
                    () -> page.locator(".papers a[download]").click());
            assertThat(saved.suggestedFilename()).endsWith(".pdf");
            assertThat(Files.size(saved.path())).isGreaterThan(500);

            page.navigate("http://localhost:" + port + "/documents");
            Visit.press(page.locator("a[href='/documents/deposer']"));
            look(visit, scripts, visitor.locale() + "-documents-add");
            page.setInputFiles("#pieces", new FilePayload("releve.pdf", "application/pdf", anyPdf()));
            if (scripts) {
                assertThat(page.locator(".joined-one:not(.joined-refused)")).isVisible();
            }
            page.fill("#titre", "Relevé d’eau");
            Visit.press(page.locator("main form button.btn.block"));
            assertThat(page.locator(".note.good")).isVisible();
            assertThat(page.locator(".papers").first()).containsText("Relevé d’eau");
            look(visit, scripts, visitor.locale() + "-documents-added");
            page.locator(".paper-more summary").click();
            Visit.press(page.locator(".paper-more button"));
            assertThat(page.locator("main")).containsText(french ? "est retiré" : "has been removed");
            assertThat(page.locator(".papers").first()).not().containsText("Relevé d’eau");

            page.navigate("http://localhost:" + port + "/profil");
            Visit.press(page.locator("a[href='/profil/quittances']"));
            look(visit, scripts, visitor.locale() + "-consent");
            Visit.press(page.locator("main form button.btn"));
            assertThat(page.locator(".tag.good")).isVisible();
            look(visit, scripts, visitor.locale() + "-consent-given");
            Visit.press(page.locator("main form button.btn"));
            assertThat(page.locator(".tag.good")).hasCount(0);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void a_phone_that_hands_files_over_shares_a_document() {
        try (Visit visit = Browser.visit(Visitor.PHONE.inANewBrowser())) {
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            Page page = visit.page();
            page.addInitScript(SHARING);
            page.navigate("http://localhost:" + port + "/documents?nature=lease");
            page.locator("[data-share-file]").click();
            assertThat(page.locator("body[data-given]"))
                    .hasAttribute("data-given", "2019-03-01 Contrat de location.pdf application/pdf true");
            Axe.check(page);
            visit.picture("documents-share");
        }
    }

    private static byte[] anyPdf() throws IOException {
        try (Stream<Path> files = Files.walk(DemoLandlord.packagePath())) {
            return Files.readAllBytes(files.filter(path -> path.toString().endsWith(".pdf"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private static void look(Visit visit, boolean axe, String name) {
        if (axe) {
            Axe.check(visit.page());
        }
        visit.picture(name);
    }
}
