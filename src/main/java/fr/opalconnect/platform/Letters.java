package fr.opalconnect.platform;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The letters of papers, Liberation Sans, read once for many papers: for one at a time, because a font remembers where
/// it is reading.
final class Letters {
    private final TrueTypeFont regular = read("/liberation/LiberationSans-Regular.ttf");
    private final TrueTypeFont bold = read("/liberation/LiberationSans-Bold.ttf");

    /// Its letters for a new document, of which only those are kept that it uses.
    PdfRendererBuilder writing(PdfRendererBuilder builder, PDDocument document) throws IOException {
        return builder.useFont(of(document, regular), "Paper", 400, FontStyle.NORMAL, true)
                .useFont(of(document, bold), "Paper", 700, FontStyle.NORMAL, true);
    }

    private static PDFontSupplier of(PDDocument document, TrueTypeFont font) throws IOException {
        return new PDFontSupplier(PDType0Font.load(document, font, true));
    }

    private static TrueTypeFont read(String path) {
        try (InputStream resource = Objects.requireNonNull(Letters.class.getResourceAsStream(path), path)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(resource.readAllBytes()));
            font.setEnableGsub(false); // ligatures: two thirds of the time, for an fi
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
