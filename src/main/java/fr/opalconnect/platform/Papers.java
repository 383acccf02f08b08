package fr.opalconnect.platform;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import fr.opalconnect.ui.Letterhead;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.springframework.stereotype.Component;

/// Papers that people keep: a template becomes a PDF that a screen reader can read (PDF/UA-1) and that can be opened in
/// thirty years (PDF/A-2a). Of the same model and the same moment it always makes the same bytes.
@Component
public class Papers {
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /// Each paper needs some megabytes while it is made, whoever asks.
    private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    static {
        XRLog.setLoggingEnabled(false); // it tells each step
    }

    private final Views views;
    private final Letterhead letterhead;
    private final String style;
    private final FontMetrics metrics = new FontMetrics();
    private final Semaphore makers = new Semaphore(AT_ONCE);
    private final Queue<Letters> letters = new ConcurrentLinkedQueue<>();

    Papers(Views views, Letterhead letterhead) {
        this.views = views;
        this.letterhead = letterhead;
        this.style = style(letterhead);
    }

    /// @param template module and name, `debit/MandatePaper`: XHTML with its language and title, and three parameters,
    ///                 the texts `t`, the `letterhead` and the `model`
    /// @param madeAt   what the paper says of when it was made
    public byte[] pdf(String template, Object model, Locale language, Instant madeAt) {
        String html = Bookmarks.in(views.paper(template, letterhead, model, language))
                .replace("</head>", "<style>" + style + "</style></head>");
        makers.acquireUninterruptibly();
        Letters mine = Objects.requireNonNullElseGet(letters.poll(), Letters::new);
        try {
            return render(html, mine, madeAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            letters.add(mine);
            makers.release();
        }
    }

    private byte[] render(String html, Letters mine, Instant madeAt) throws IOException {
        // XML is the JDK's own, whatever else lies on the class path: it need not be looked for each time.
        Thread maker = Thread.currentThread();
        ClassLoader before = maker.getContextClassLoader();
        maker.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = mine.writing(new PdfRendererBuilder(), document)
                    .usePDDocument(document)
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfAConformance.PDFA_2_A)
                    .useColorProfile(COLOURS)
                    .useUnicodeLineBreaker(new LineBreaks())
                    .useCacheStore(CacheStore.PDF_FONT_METRICS, metrics)
                    .withHtmlContent(html, null);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
                return bytes(document, madeAt, fingerprint(html));
            }
        } finally {
            maker.setContextClassLoader(before);
        }
    }

    /// The library writes down the moment at which it works; a paper has the moment of what it tells.
    private static byte[] bytes(PDDocument document, Instant madeAt, long id) throws IOException {
        GregorianCalendar moment = GregorianCalendar.from(madeAt.atZone(ZoneOffset.UTC));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(moment);
        information.setModificationDate(moment);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String about = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})", madeAt.toString());
        document.getDocumentCatalog()
                .setMetadata(
                        new PDMetadata(document, new ByteArrayInputStream(about.getBytes(StandardCharsets.UTF_8))));
        document.setDocumentId(id);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }

    private static long fingerprint(String html) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(html.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every JDK", e);
        }
    }

    private static String style(Letterhead letterhead) {
        return new String(bytes("/fr/opalconnect/platform/paper.css"), StandardCharsets.UTF_8)
                .replace("{main}", letterhead.brand().light().main())
                .replace("{soft}", letterhead.brand().light().soft())
                .replace("{gradient}", letterhead.brand().gradient());
    }

    private static byte[] bytes(String path) {
        try (InputStream resource = Objects.requireNonNull(Papers.class.getResourceAsStream(path), path)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
