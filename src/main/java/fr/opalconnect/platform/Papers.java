package fr.opalconnect.platform;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.springframework.stereotype.Component;

/// Papers that people keep: a template becomes a PDF that a screen reader can read (PDF/UA). Of the same model and the
/// same moment it always makes the same bytes.
@Component
public class Papers {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    static {
        XRLog.setLoggingEnabled(false); // it tells each step
    }

    private final Views views;

    Papers(Views views) {
        this.views = views;
    }

    /// @param template module and name, `debit/MandatePaper`: XHTML with its language and title, and two parameters,
    ///                 the texts `t` and the `model`
    /// @param madeAt   what the paper says of when it was made
    public byte[] pdf(String template, Object model, Locale language, Instant madeAt) {
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(Papers::font, "Paper")
                    .withHtmlContent(styled(views.bare(template, model, language)), null);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
                return bytes(renderer.getPdfDocument(), madeAt);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The library writes down the moment at which it works; a paper has the moment of what it tells.
    private static byte[] bytes(PDDocument document, Instant madeAt) throws IOException {
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
        document.setDocumentId(madeAt.toEpochMilli());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }

    private static String styled(String html) throws IOException {
        try (InputStream style = resource("/fr/opalconnect/platform/paper.css")) {
            String css = new String(style.readAllBytes(), StandardCharsets.UTF_8);
            return html.replace("</head>", "<style>" + css + "</style></head>");
        }
    }

    private static InputStream font() {
        return resource(FONT);
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(Papers.class.getResourceAsStream(path), path);
    }
}
