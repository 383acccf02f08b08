package fr.opalconnect.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.account.Term;
import fr.opalconnect.debit.DemoDebits;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.payment.AtTheTill;
import fr.opalconnect.sample.Cast;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// How papers look, as a printer would show them: `-Dpictures=write` puts them into docs/pictures.
@WholeApplication
class PaperPicturesTest {
    private static final Path PICTURES = Path.of("docs/pictures");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private PaperMaker maker;

    @Autowired
    private RentAccounts accounts;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(imports);
    }

    @Test
    void every_kind_of_paper_shows_its_figures_on_a_page_of_the_landlords() throws IOException {
        Files.createDirectories(Path.of("target/pictures"));
        for (Map.Entry<String, byte[]> paper : one().entrySet()) {
            BufferedImage picture = pictures(paper.getValue(), 96).getFirst();
            assertThat(picture.getWidth()).as(paper.getKey()).isBetween(793, 795); // A4
            assertThat(hasColour(picture, 0x0b5c6b)).as(paper.getKey()).isTrue();
            assertThat(PdfCheck.text(paper.getValue())).as(paper.getKey()).doesNotContain("#", "null", "{0}", "\ufffd");
            Files.write(Path.of("target/pictures", paper.getKey() + ".pdf"), paper.getValue());
            if ("write".equals(System.getProperty("pictures"))) {
                ImageIO.write(
                        picture,
                        "png",
                        PICTURES.resolve(paper.getKey() + ".png").toFile());
            }
        }
    }

    @Test
    void the_code_on_a_printed_notice_fills_in_the_transfer_of_what_is_to_pay() throws IOException {
        SignedInTenant nadia = AtHome.as(program, Cast.NADIA_BENALI);
        byte[] notice = notice(nadia);
        Money left = accounts.book(nadia).notices().getFirst().netToPay();
        assertThat(code(pictures(notice, 150).getFirst()))
                .startsWith("BCD\n002\n1\nSCT\n")
                .contains("FR7699999021000004236002377", "EUR" + left.toEuros(), "\nRF");
        assertThat(PdfCheck.text(notice)).contains("FR76 9999 9021 0000 0423 6002 377");
    }

    private Map<String, byte[]> one() {
        SignedInTenant nadia = AtHome.as(program, Cast.NADIA_BENALI);
        SignedInTenant fatoumata = AtHome.as(program, Cast.FATOUMATA_DIALLO);
        LocalDate known = Objects.requireNonNull(accounts.book(nadia).figuresOn());
        Map<String, byte[]> papers = new LinkedHashMap<>();
        papers.put("papier-avis", notice(nadia));
        papers.put("papier-quittance", made(maker.quittance(nadia, month(nadia, Term.State.SETTLED))));
        papers.put("papier-recu", made(maker.partReceipt(fatoumata, month(fatoumata, Term.State.PARTLY_PAID))));
        papers.put(
                "papier-releve",
                made(maker.statement(nadia, known.minusMonths(2).withDayOfMonth(1), known)));
        papers.put("papier-attestation", made(maker.certificate(nadia)));
        HttpBrowser browser = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        UUID payment = AtTheTill.paid(program, Cast.NADIA_BENALI, 41_237).id();
        papers.put("papier-paiement", pdf(browser, "/paiement/" + payment + "/recu.pdf"));
        UUID mandate = program.getBean(DemoDebits.class).moveIn(nadia.number(), nadia.lease());
        papers.put("papier-mandat", pdf(browser, "/prelevement/" + mandate + "/mandat.pdf"));
        return papers;
    }

    private byte[] notice(SignedInTenant who) {
        return made(maker.notice(who, accounts.book(who).terms().getFirst().month(), 1));
    }

    private YearMonth month(SignedInTenant who, Term.State state) {
        return accounts.book(who).terms().stream()
                .filter(term -> term.state() == state)
                .findFirst()
                .orElseThrow()
                .month();
    }

    private static byte[] made(Made made) {
        assertThat(made).isInstanceOf(Made.Ready.class);
        return ((Made.Ready) made).pdf();
    }

    private static byte[] pdf(HttpBrowser browser, String path) {
        return browser.get(path).response().body();
    }

    /// Page by page.
    private static List<BufferedImage> pictures(byte[] pdf, int dotsPerInch) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> pages = new ArrayList<>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(renderer.renderImageWithDPI(page, dotsPerInch, ImageType.RGB));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasColour(BufferedImage picture, int colour) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xffffff) == colour) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String code(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] dots = picture.getRGB(0, 0, width, height, null, 0, width);
        try {
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, dots)));
            return new QRCodeReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (ReaderException e) {
            throw new AssertionError("nobody could scan it", e);
        }
    }
}
