package fr.opalconnect.attachment;

import static fr.opalconnect.attachment.Hostile.joined;
import static fr.opalconnect.attachment.Hostile.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of files, honest and not.
class CleanTest {
    private static final Workshop WORKSHOP = new Workshop();

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        WORKSHOP.destroy();
    }

    @Test
    void a_photo_stands_upright_and_nothing_of_its_place_is_left() throws Exception {
        // Taken upright with a phone that writes it lying: the red corner belongs to the top right.
        Clean clean = clean(Hostile.photo(800, 600, 6));
        assertThat(clean.kind()).isEqualTo(FileKind.JPEG);
        assertThat(text(clean)).doesNotContain("Exif").doesNotContain(Hostile.SECRET_PLACE);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(clean.bytes()));
        assertThat(picture.getWidth()).isEqualTo(600).isEqualTo(clean.width());
        assertThat(picture.getHeight()).isEqualTo(800).isEqualTo(clean.height());
        assertThat(isRed(picture, 560, 40)).isTrue();
        assertThat(isRed(picture, 40, 40)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_red_corner_is_where_exif_says_that_it_belongs(int orientation) throws Exception {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
                clean(Hostile.photo(400, 200, orientation)).bytes()));
        boolean lying = orientation >= 5;
        assertThat(picture.getWidth()).isEqualTo(lying ? 200 : 400);
        boolean right = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
        boolean bottom = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
        int x = right ? picture.getWidth() - 10 : 10;
        int y = bottom ? picture.getHeight() - 10 : 10;
        assertThat(isRed(picture, x, y)).isTrue();
        assertThat(isRed(picture, picture.getWidth() - 1 - x, y)).isFalse();
        assertThat(isRed(picture, x, picture.getHeight() - 1 - y)).isFalse();
    }

    @Test
    void a_large_photo_becomes_smaller_and_lists_get_a_small_one() throws Exception {
        Clean clean = clean(Hostile.photo(6_000, 4_000, 1));
        assertThat(clean.width()).isEqualTo(Pictures.LARGEST);
        assertThat(clean.height()).isEqualTo(1_707);
        assertThat(clean.small()).hasSizeLessThanOrEqualTo(30_000);
        assertThat(ImageIO.read(new ByteArrayInputStream(clean.small())).getWidth())
                .isEqualTo(480);
    }

    @Test
    void a_drawing_one_can_see_through_stays_a_png_and_a_large_screenshot_becomes_a_jpeg() throws Exception {
        BufferedImage glass = new BufferedImage(300, 200, BufferedImage.TYPE_INT_ARGB);
        glass.setRGB(10, 10, Color.RED.getRGB());
        assertThat(clean(Hostile.written(glass, "png")).kind()).isEqualTo(FileKind.PNG);
        BufferedImage large = Hostile.picture(1_500, 1_200, BufferedImage.TYPE_INT_ARGB);
        assertThat(clean(Hostile.written(large, "png")).kind()).isEqualTo(FileKind.JPEG);
    }

    @Test
    void a_webp_becomes_a_jpeg() throws Exception {
        try (InputStream webp = CleanTest.class.getResourceAsStream("photo.webp")) {
            Clean clean = clean(webp.readAllBytes());
            assertThat(clean.kind()).isEqualTo(FileKind.JPEG);
            assertThat(ImageIO.read(new ByteArrayInputStream(clean.bytes())).getWidth())
                    .isEqualTo(clean.width())
                    .isPositive();
        }
    }

    @Test
    void a_heic_keeps_its_picture_and_loses_its_place_and_what_hides_in_it() throws Exception {
        byte[] heic = Hostile.heic();
        Clean clean = clean(heic);
        assertThat(clean.kind()).isEqualTo(FileKind.HEIC);
        assertThat(clean.bytes()).hasSameSizeAs(heic);
        assertThat(text(clean))
                .contains("HEVC-PICTURE-BYTES")
                .doesNotContain(Hostile.SECRET_PLACE)
                .doesNotContain("hidden-between")
                .doesNotContain("film-of-the-moment");
    }

    @Test
    void a_heic_that_points_outside_of_itself_is_broken() {
        byte[] heic = Hostile.heic();
        assertThat(refusal(Arrays.copyOf(heic, heic.length - 60))).isEqualTo(Refusal.BROKEN);
    }

    @Test
    void a_pdf_does_nothing_any_more_and_says_nothing_of_its_author() throws Exception {
        byte[] busy = Hostile.busyPdf();
        assertThat(unpacked(busy)).contains("app.alert", "calc.exe", "MZ-virus", "Nadia Benali");
        Clean clean = clean(busy);
        assertThat(clean.kind()).isEqualTo(FileKind.PDF);
        assertThat(unpacked(clean.bytes()))
                .doesNotContain("app.alert", "calc.exe", "MZ-virus", "virus.exe", "Nadia Benali", "JavaScript");
        try (PDDocument document = Loader.loadPDF(clean.bytes())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void what_hangs_behind_a_file_that_is_two_things_at_once_is_gone() throws Exception {
        byte[] script = words("<script>alert(document.cookie)</script>");
        assertThat(text(clean(joined(Hostile.photo(50, 50, 1), script)))).doesNotContain("<script>");
        byte[] zip = Hostile.zipBomb();
        assertThat(text(clean(joined(Hostile.busyPdf(), zip)))).doesNotContain("bombe.txt");
        assertThat(refusal(joined(words("GIF89a/*"), new byte[50], words("*/=1;alert(1)"))))
                .isEqualTo(Refusal.OTHER_KIND);
    }

    @Test
    void what_is_neither_a_photo_nor_a_pdf_is_not_taken_whatever_its_name() {
        assertThat(refusal(Hostile.zipBomb())).isEqualTo(Refusal.OTHER_KIND);
        assertThat(refusal(words("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")))
                .isEqualTo(Refusal.OTHER_KIND);
        assertThat(refusal(words("<!doctype html><html><script>alert(1)</script></html>")))
                .isEqualTo(Refusal.OTHER_KIND);
        assertThat(refusal(words("#!/bin/sh\nrm -rf /\n"))).isEqualTo(Refusal.OTHER_KIND);
    }

    @Test
    void a_picture_of_a_hundred_million_pixels_is_not_even_opened() {
        byte[] tiny = Hostile.hugePng(10_000, 10_000);
        assertThat(tiny).hasSizeLessThan(5_000);
        assertThat(refusal(tiny)).isEqualTo(Refusal.TOO_MANY_PIXELS);
        assertThat(refusal(Hostile.hugePng(Integer.MAX_VALUE, 1))).isEqualTo(Refusal.TOO_MANY_PIXELS);
    }

    @Test
    void what_ends_too_early_is_broken() {
        byte[] photo = Hostile.photo(600, 400, 1);
        assertThat(refusal(Arrays.copyOf(photo, photo.length / 2))).isEqualTo(Refusal.BROKEN);
        byte[] png = Hostile.written(Hostile.picture(600, 400, BufferedImage.TYPE_INT_RGB), "png");
        assertThat(refusal(Arrays.copyOf(png, png.length / 2))).isEqualTo(Refusal.BROKEN);
        assertThat(refusal(words("%PDF-1.7\n1 0 obj <<"))).isEqualTo(Refusal.BROKEN);
        assertThat(refusal(words("\u00ff\u00d8\u00ff"))).isIn(Refusal.BROKEN, Refusal.OTHER_KIND);
    }

    @Test
    void a_pdf_that_needs_a_password_or_unpacks_to_gigabytes_is_not_taken() {
        assertThat(refusal(Hostile.lockedPdf())).isEqualTo(Refusal.LOCKED);
        assertThat(refusal(Hostile.pdfBomb())).isEqualTo(Refusal.BROKEN);
    }

    @Test
    @Timeout(10)
    void a_file_that_is_made_to_be_looked_at_for_ever_is_broken_at_once() {
        assertThat(refusal(words("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n" + "stream\n".repeat(400_000))))
                .as("streams without an object")
                .isEqualTo(Refusal.BROKEN);
        assertThat(refusal(words("%PDF-1.4\n" + "obj#stream\n".repeat(200_000))))
                .as("streams to unpack")
                .isEqualTo(Refusal.BROKEN);
        assertThat(refusal(joined(
                        words("%PDF-1.4\n" + "obj#stream\n".repeat(1_000)),
                        new byte[] {0x78, (byte) 0x9c},
                        words("\0\0\0\u00ff\u00ff".repeat(500_000)))))
                .as("what unpacks to nothing")
                .isEqualTo(Refusal.BROKEN);
        assertThat(refusal(Hostile.heicOfNothing(2_000, 65_535)))
                .as("items that are nowhere")
                .isEqualTo(Refusal.BROKEN);
        assertThat(refusal(Hostile.heicOfNothing(200_000, 0)))
                .as("items without ranges")
                .isEqualTo(Refusal.BROKEN);
    }

    @Test
    void work_that_never_ends_keeps_nobody_else_from_the_bench() throws Unfit {
        Workshop small = new Workshop(1, Duration.ofMillis(50));
        AtomicBoolean over = new AtomicBoolean();
        assertThatThrownBy(() -> small.await(() -> {
                    while (!over.get()) {
                        Thread.onSpinWait(); // and does not hear that it is interrupted
                    }
                    return Clean.of(FileKind.PDF, new byte[0]);
                }))
                .isInstanceOf(Unfit.class);
        assertThat(small.await(() -> Clean.of(FileKind.PDF, new byte[1])).bytes())
                .hasSize(1);
        over.set(true);
        small.destroy();
    }

    @Test
    void a_small_machine_works_on_one_file_at_a_time() {
        assertThat(Workshop.places(512L << 20, 2)).isEqualTo(1);
        assertThat(Workshop.places(64L << 20, 1)).isEqualTo(1);
        assertThat(Workshop.places(4L << 30, 8)).isEqualTo(7);
        assertThat(Workshop.places(2L << 30, 16)).isEqualTo(3);
    }

    private Clean clean(byte[] bytes) throws Unfit, IOException {
        return WORKSHOP.clean(Files.write(folder.resolve("file"), bytes));
    }

    private Refusal refusal(byte[] bytes) {
        Refusal[] why = new Refusal[1];
        assertThatThrownBy(() -> clean(bytes)).isInstanceOfSatisfying(Unfit.class, unfit -> why[0] = unfit.why);
        return why[0];
    }

    private static String text(Clean clean) {
        return new String(clean.bytes(), StandardCharsets.ISO_8859_1);
    }

    /// All that is in a PDF, with every stream unpacked.
    private static String unpacked(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            StringBuilder all = new StringBuilder();
            for (var key : document.getDocument().getXrefTable().keySet()) {
                var object = document.getDocument().getObjectFromPool(key).getObject();
                all.append(object).append('\n');
                if (object instanceof org.apache.pdfbox.cos.COSStream stream) {
                    all.append(stream.toTextString());
                }
            }
            return all.append(new String(pdf, StandardCharsets.ISO_8859_1)).toString();
        }
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        Color colour = new Color(picture.getRGB(x, y));
        return colour.getRed() > 180 && colour.getBlue() < 90;
    }
}
