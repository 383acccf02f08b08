package fr.opalconnect.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Records the film of 'Mon application' and the pictures of the manifest from the real pages: `./opal film`. It is no
/// test, and no run of the tests starts it.
@WholeApplication
class FilmOfTheApp {
    private static final Path PLACE = Path.of("src/main/resources/fr/opalconnect/app/film");
    private static final int LARGEST = 2_000_000;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    private Page page;
    private Path folder;

    @Test
    void is_recorded_from_the_real_pages() throws IOException {
        DemoLandlord.bringInto(imports);
        folder = Files.createTempDirectory("opal-film");
        FilmStudio studio = new FilmStudio(folder);
        try (Visit visit = Browser.visit(Visitor.PHONE.withTheApp().sharp())) {
            page = visit.page();
            open("/");
            studio.scene("welcome").hold(page, 2_200).tap(page, "main a[href='/connexion']");
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            money(studio);
            talk(studio);
            withoutNetwork(studio, visit);
            open("/mon-application");
            page.evaluate("document.querySelectorAll('[data-device]')"
                    + ".forEach(way => way.open = way.dataset.device === 'android')");
            page.evaluate("document.querySelector('[data-device=android]').scrollIntoView({ block: 'center' })");
            studio.scene("install").hold(page, 3_800);
        }
        computer();
        Path film = studio.cut();
        assertThat(Files.size(film)).isBetween(50_000L, (long) LARGEST);
        Files.createDirectories(PLACE);
        for (String file : List.of(
                "film.mp4",
                "scenes.txt",
                "affiche.jpg",
                "accueil.jpg",
                "compte.jpg",
                "message.jpg",
                "ordinateur.jpg")) {
            Files.copy(folder.resolve(file), PLACE.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void money(FilmStudio studio) {
        open("/accueil");
        picture("affiche.jpg");
        picture("accueil.jpg");
        studio.scene("home").hold(page, 1_800).scroll(page, 420, 1_200).hold(page, 700);
        open("/compte/pourquoi");
        studio.scene("why").hold(page, 1_400).scroll(page, 380, 1_200).hold(page, 1_200);
        open("/compte");
        picture("compte.jpg");
        studio.scene("account").hold(page, 1_000).scroll(page, 640, 1_600).hold(page, 700);
        open("/payer");
        studio.scene("pay").hold(page, 3_400);
    }

    private void talk(FilmStudio studio) {
        open("/messages/ecrire");
        studio.scene("write")
                .hold(page, 700)
                .type(page, "#message", "Bonjour, le robinet de la cuisine goutte depuis hier soir.", 1_900)
                .hold(page, 400)
                .tap(page, "form[data-outbox] > button.btn");
        Visit.press(page.locator("form[data-outbox] > button.btn"));
        picture("message.jpg");
        studio.hold(page, 2_200);
    }

    private void withoutNetwork(FilmStudio studio, Visit visit) {
        open("/profil/hors-ligne");
        visit.withItsWorker();
        page.locator("[data-keep-start]").click();
        assertThat(page.locator("[data-keep-on]")).isVisible();
        visit.context().setOffline(true);
        open("/compte");
        assertThat(page.locator(".seen")).isVisible();
        studio.scene("offline").hold(page, 3_600);
        visit.context().setOffline(false);
    }

    /// For the manifest: how it looks on a wide screen.
    private void computer() {
        try (Visit visit = Browser.visit(Visitor.DESKTOP)) {
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            page = visit.page();
            page.setViewportSize(1_280, 800);
            open("/accueil");
            picture("ordinateur.jpg");
        }
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name))
                .setType(ScreenshotType.JPEG)
                .setQuality(60));
    }

    private void open(String path) {
        page.navigate("http://localhost:" + port + path);
    }
}
