package fr.opalconnect.document;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// Counts the pages of a PDF, which proves at the same time that it opens.
final class Sheets {
    private Sheets() {}

    /// A PDF that nobody can open; the reason is in French.
    static final class Closed extends Exception {
        final String reason;

        Closed(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }

    static int count(Path pdf) throws Closed {
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBufferedFile(pdf.toFile()),
                "",
                null,
                null,
                IOUtils.createTempFileOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            if (pages < 1) {
                throw new Closed("le PDF n’a pas de page");
            }
            return pages;
        } catch (InvalidPasswordException e) {
            throw new Closed("le PDF demande un mot de passe");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Closed("le PDF ne peut pas être lu");
        }
    }
}
