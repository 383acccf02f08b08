package fr.opalconnect.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// A PDF, read to the end, without what acts by itself, and written anew: what was hung before or behind it is gone.
final class Pdf {
    private static final int MOST_PAGES = 500;

    private Pdf() {}

    static byte[] clean(byte[] bytes) throws Unfit, IOException {
        PdfBomb.check(bytes);
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(bytes), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() == 0 || document.getNumberOfPages() > MOST_PAGES) {
                throw new Unfit(Refusal.BROKEN);
            }
            document.setAllSecurityToBeRemoved(true);
            PdfActs.remove(document);
            document.setDocumentInformation(new PDDocumentInformation());
            COSDocument cos = document.getDocument();
            cos.getTrailer().removeItem(COSName.ID);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (InvalidPasswordException e) {
            throw new Unfit(Refusal.LOCKED);
        }
    }
}
