package fr.opalconnect.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.document.PdfCheck;
import fr.opalconnect.platform.UnusableSetting;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Assets;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What phones ask for before anybody has signed in.
@WholeApplication
class AppPagesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FINGERPRINT = "14:6D:E9" + ":0A".repeat(29);

    @LocalServerPort
    private int port;

    @Autowired
    private Assets assets;

    @Autowired
    private Views views;

    @Autowired
    private SiteAddress address;

    @Autowired
    private Film film;

    private HttpBrowser browser;

    @BeforeEach
    void open() {
        browser = new HttpBrowser(port);
    }

    @Test
    void the_manifest_is_complete_and_speaks_the_language_of_the_page() {
        Answer answer = browser.get("/manifest.webmanifest?langue=fr");
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/manifest+json");
        JsonNode manifest = JSON.readTree(answer.body());
        assertThat(manifest.propertyNames())
                .contains(
                        "id",
                        "name",
                        "short_name",
                        "lang",
                        "dir",
                        "start_url",
                        "scope",
                        "display",
                        "theme_color",
                        "background_color",
                        "icons",
                        "shortcuts",
                        "share_target",
                        "categories",
                        "description",
                        "related_applications",
                        "prefer_related_applications");
        assertThat(manifest.at("/shortcuts/0/name").asString()).isEqualTo("Payer");
        assertThat(manifest.get("short_name").asString().length()).isLessThanOrEqualTo(13);
        JsonNode english =
                JSON.readTree(browser.get("/manifest.webmanifest?langue=en").body());
        assertThat(english.at("/shortcuts/1/name").asString()).isEqualTo("Write");
        assertThat(english.get("lang").asString()).isEqualTo("en");
        assertThat(english.get("id")).isEqualTo(manifest.get("id"));
        assertThat(browser.get("/").body()).contains("href=\"/manifest.webmanifest?langue=fr\"");
    }

    @Test
    void every_picture_of_the_manifest_is_there_in_the_size_that_it_says() throws IOException {
        JsonNode manifest = JSON.readTree(browser.get("/manifest.webmanifest").body());
        Set<String> purposes = new HashSet<>();
        for (JsonNode icon : manifest.findValues("icons").stream()
                .flatMap(icons -> icons.valueStream())
                .toList()) {
            purposes.add(icon.get("purpose").asString());
            BufferedImage picture = picture(icon.get("src").asString());
            assertThat(picture.getWidth() + "x" + picture.getHeight())
                    .isEqualTo(icon.get("sizes").asString());
        }
        assertThat(purposes).containsExactlyInAnyOrder("any", "maskable");
        assertThat(picture("/icones/apple-180.png").getWidth()).isEqualTo(180);
        assertThat(picture("/icones/badge-96.png").getRGB(0, 0) >>> 24).isZero();
        assertThat(browser.get("/icones/autre-99999.png").status()).isEqualTo(404);
    }

    /// Phones cut circles, drops and squares out of it: what lies outside the middle four fifths must be ground alone.
    @Test
    void a_maskable_icon_covers_its_square_and_a_rounded_one_does_not() throws IOException {
        BufferedImage maskable = picture("/icones/masque-512.png");
        assertThat(maskable.getRGB(0, 0) >>> 24).isEqualTo(255);
        assertThat(maskable.getRGB(0, 0) & 0xffffff).isEqualTo(0x07424d);
        assertThat(maskable.getRGB(170, 256) & 0xffffff).isEqualTo(0xffffff);
        assertThat(picture("/icones/512.png").getRGB(0, 0) >>> 24).isZero();
    }

    @Test
    void the_worker_may_have_the_whole_site_is_asked_for_each_time_and_weighs_under_six_kilobytes() {
        Answer worker = browser.get("/sw.js");
        assertThat(worker.response().headers().firstValue("Service-Worker-Allowed"))
                .contains("/");
        assertThat(worker.response().headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(worker.length()).isLessThan(6_000);
        // What it shares with the pages included, as a phone loads them.
        byte[] kept = Objects.requireNonNull(assets.find(assets.url("kept.js").replaceFirst("/assets/", "")))
                .gzip();
        HttpBrowser phone = new HttpBrowser(port).with("Accept-Encoding", "gzip");
        assertThat(phone.get("/sw.js").length() + Objects.requireNonNull(kept).length)
                .isLessThan(6_000);
        for (String asset :
                List.of("opal.css", "opal.js", "icons.svg", "join.js", "outbox.js", "live.js", "companion.js")) {
            assertThat(worker.body()).contains(assets.url(asset));
        }
        assertThat(worker.body()).doesNotContain("/assets/desk");
    }

    @Test
    void the_page_for_no_network_says_so_and_whom_to_call_and_knows_nobody() {
        Answer offline = browser.get("/hors-ligne");
        assertThat(offline.text()).contains("Pas de connexion", "03 23 23 62 00");
        assertThat(offline.body()).contains("href=\"tel:0323236200\"");
        assertThat(browser.get("/hors-ligne?langue=en").text()).contains("No connection");
    }

    @Test
    void a_file_that_is_shared_without_the_worker_is_not_lost_without_a_word() {
        Answer shared = browser.upload("/partage", "pieces", "photo.jpg", new byte[] {1, 2, 3});
        assertThat(shared.where()).isEqualTo("/partage");
        assertThat(browser.get("/partage").text()).contains("joignez-le");
    }

    @Test
    void without_an_app_in_the_stores_nothing_is_said_of_one() {
        assertThat(browser.get("/.well-known/assetlinks.json").status()).isEqualTo(404);
        assertThat(browser.get("/.well-known/apple-app-site-association").status())
                .isEqualTo(404);
    }

    @Test
    void with_an_app_in_the_stores_the_sites_links_open_in_it() {
        AppSettings settings = new AppSettings(
                new AppSettings.Android("fr.exemple.locataires", List.of(FINGERPRINT), ""),
                new AppSettings.Ios("9JA89QQLNQ.fr.exemple.locataires", ""));
        WellKnownPage page = new WellKnownPage(settings);
        assertThat(JSON.writeValueAsString(page.android().getBody()))
                .contains("delegate_permission/common.handle_all_urls", "fr.exemple.locataires", FINGERPRINT);
        assertThat(JSON.writeValueAsString(page.apple().getBody()))
                .contains("9JA89QQLNQ.fr.exemple.locataires", "/bureau*");
    }

    @Test
    void with_an_app_in_the_stores_nobody_is_told_that_they_need_none() throws Exception {
        assertThat(browser.get("/mon-application").text()).contains("Rien à chercher dans un magasin");
        AppSettings settings = settings(Map.of("opal.app.ios.store", "https://apps.apple.com/fr/app/id1"));
        MockHttpServletRequest request = new MockHttpServletRequest("GET", InstallPage.PATH);
        request.addHeader("Accept-Language", "fr");
        MockHttpServletResponse page = new MockHttpServletResponse();
        new InstallPage(views, address, film, settings).install(request).render(null, request, page);
        assertThat(page.getContentAsString())
                .contains("https://apps.apple.com/fr/app/id1", "ici ou depuis un magasin")
                .doesNotContain("Rien à chercher");
    }

    @ParameterizedTest
    @CsvSource({
        "android.store, javascript:alert(1)",
        "android.store, http://play.google.com/store",
        "ios.store, https:",
        "android.name, locataires",
        "android.fingerprints, abc",
        "ios.name, fr.exemple.locataires"
    })
    void what_no_store_would_take_stops_the_start_in_one_sentence(String setting, String value) {
        assertThatThrownBy(() -> settings(Map.of("opal.app." + setting, value)))
                .rootCause()
                .isInstanceOf(UnusableSetting.class)
                .hasMessageStartingWith("opal.app." + setting + " has to be ")
                .message()
                .doesNotContain("\n")
                .endsWith(".");
    }

    @Test
    void a_fingerprint_needs_the_package_that_it_signs() {
        assertThatThrownBy(() -> settings(Map.of("opal.app.android.fingerprints", FINGERPRINT)))
                .rootCause()
                .hasMessageStartingWith("opal.app.android.fingerprints needs opal.app.android.name");
    }

    private static AppSettings settings(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("opal.app", AppSettings.class)
                .get();
    }

    @Test
    void mon_application_shows_the_way_of_the_device_first_and_the_others_one_tap_away() {
        assertThat(waysFor("Mozilla/5.0 (Linux; Android 14; SM-A546B) Chrome/130.0.0.0 Mobile Safari/537.36"))
                .startsWith("android open")
                .contains("iphone", "tablet", "computer");
        assertThat(
                        waysFor(
                                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1"))
                .startsWith("iphone open");
        assertThat(waysFor("Mozilla/5.0 (Linux; Android 13; SM-X200) Chrome/130.0.0.0 Safari/537.36"))
                .startsWith("tablet open");
        assertThat(waysFor("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/128.0"))
                .startsWith("computer open");
    }

    private String waysFor(String userAgent) {
        String body = new HttpBrowser(port)
                .with("User-Agent", userAgent)
                .get("/mon-application")
                .body();
        return Pattern.compile("data-device=\"([a-z]+)\"( open)?")
                .matcher(body)
                .results()
                .map(way -> way.group(1) + (way.group(2) == null ? "" : way.group(2)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void the_poster_is_one_page_that_can_be_read_and_scanned() throws Exception {
        byte[] pdf = browser.get("/mon-application/affiche.pdf").response().body();
        PdfCheck.conforms("the poster", pdf);
        assertThat(PdfCheck.text(pdf)).contains("dans votre poche", "03 23 23 62 00", "/mon-application");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document)).containsPattern("photo *\\Rde.votre.téléphone");
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 60, ImageType.RGB);
            Path pictures = Files.createDirectories(Path.of("target/pictures"));
            ImageIO.write(page, "png", pictures.resolve("poster.png").toFile());
            int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            BinaryBitmap bitmap = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots)));
            assertThat(new QRCodeReader()
                            .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText())
                    .isEqualTo("http://localhost:" + port + "/mon-application");
        }
    }

    @Test
    void its_english_lines_end_where_a_reader_would_end_them() throws IOException {
        HttpBrowser english = new HttpBrowser(port);
        english.cookies().put("langue", "en");
        try (PDDocument document = Loader.loadPDF(
                english.get("/mon-application/affiche.pdf").response().body())) {
            assertThat(new PDFTextStripper().getText(document))
                    .containsPattern("account, *\\Rin.your.pocket")
                    .containsPattern("(?m)^8:30 to 12:00 and 13:30 to 17:00");
        }
    }

    @Test
    void the_film_is_small_and_comes_in_parts_with_its_words() {
        Answer film = browser.get("/mon-application/film/film.mp4");
        assertThat(film.length()).isBetween(50_000, 2_000_000);
        Answer part = new HttpBrowser(port).with("Range", "bytes=0-99").get("/mon-application/film/film.mp4");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.length()).isEqualTo(100);
        assertThat(browser.get("/mon-application/film/film.vtt").body())
                .startsWith("WEBVTT\n\n00:00.000 --> ")
                .contains("Ce que vous devez");
        assertThat(browser.get("/mon-application").body()).contains("preload=\"none\"", "kind=\"captions\"");
    }

    @Test
    void the_pictures_of_the_manifest_are_small_and_have_the_size_that_it_says() throws IOException {
        JsonNode manifest = JSON.readTree(browser.get("/manifest.webmanifest").body());
        assertThat(manifest.get("screenshots")
                        .valueStream()
                        .map(each -> each.get("form_factor").asString()))
                .contains("narrow", "wide");
        for (JsonNode screenshot : manifest.get("screenshots").valueStream().toList()) {
            BufferedImage picture = picture(screenshot.get("src").asString());
            assertThat(picture.getWidth() + "x" + picture.getHeight())
                    .isEqualTo(screenshot.get("sizes").asString());
            assertThat(browser.get(screenshot.get("src").asString()).length()).isLessThan(120_000);
        }
    }

    private BufferedImage picture(String path) throws IOException {
        byte[] png = browser.get(path).response().body();
        Path pictures = Files.createDirectories(Path.of("target/pictures"));
        Files.write(pictures.resolve(path.substring(path.lastIndexOf('/') + 1)), png);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(picture).as(path).isNotNull();
        return picture;
    }
}
