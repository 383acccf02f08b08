package fr.opalconnect.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/// Files as honest people and others send them, made where they are needed.
public final class Hostile {
    static final String SECRET_PLACE = "Exif-GPS-48.8584N-2.2945E";
    private static final Random RANDOM = new Random(20261123);

    private Hostile() {}

    static byte[] words(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /// A picture that does not compress to nothing: red at the top left, blue elsewhere.
    static BufferedImage picture(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(20, 40, 160));
        pen.fillRect(0, 0, width, height);
        for (int i = 0; i < 200; i++) {
            pen.setColor(new Color(20, 40 + RANDOM.nextInt(40), 100 + RANDOM.nextInt(155)));
            pen.fillRect(RANDOM.nextInt(width), RANDOM.nextInt(height), 1 + width / 20, 1 + height / 20);
        }
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 4, height / 4);
        pen.dispose();
        return picture;
    }

    /// A photo as a phone takes it: lying, with its place in EXIF data.
    public static byte[] photo(int width, int height, int orientation) {
        byte[] plain = written(picture(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
        ByteBuffer tiff = ByteBuffer.allocate(26);
        tiff.put(words("MM")).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        byte[] exif = joined(words("Exif\0\0"), tiff.array(), words(SECRET_PLACE));
        ByteBuffer head = ByteBuffer.allocate(4).putShort((short) 0xFFE1).putShort((short) (exif.length + 2));
        return joined(Arrays.copyOf(plain, 2), head.array(), exif, Arrays.copyOfRange(plain, 2, plain.length));
    }

    static byte[] written(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A PNG that says to be so large, in some hundred bytes.
    static byte[] hugePng(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 6, 0, 0, 0});
        out.writeBytes(chunk("IHDR", head.array()));
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(pixels)) {
            deflater.write(new byte[1_000_000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.writeBytes(chunk("IDAT", pixels.toByteArray()));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(words(type));
        crc.update(data);
        return joined(
                ByteBuffer.allocate(4).putInt(data.length).array(),
                words(type),
                data,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /// A hundred megabytes of nothing in a hundred kilobytes.
    static byte[] zipBomb() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("bombe.txt"));
            byte[] nothing = new byte[1_000_000];
            for (int i = 0; i < 100; i++) {
                zip.write(nothing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A PDF with all that a PDF can do to its reader.
    static byte[] busyPdf() {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('opened')"));
            PDAnnotationLink link = new PDAnnotationLink();
            PDActionLaunch launch = new PDActionLaunch();
            launch.getCOSObject().setString(COSName.F, "calc.exe");
            link.setAction(launch);
            page.getAnnotations().add(link);
            PDComplexFileSpecification inside = new PDComplexFileSpecification();
            inside.setFile("virus.exe");
            inside.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(words("MZ-virus"))));
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(java.util.Map.of("virus", inside));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            PDDocumentInformation about = new PDDocumentInformation();
            about.setAuthor("Nadia Benali");
            document.setDocumentInformation(about);
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] lockedPdf() {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    /// A PDF whose list of objects unpacks to gigabytes.
    static byte[] pdfBomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            byte[] nothing = new byte[1_000_000];
            for (int i = 0; i < 300; i++) {
                deflater.write(nothing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return joined(
                words("%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + packed.size()
                        + ">>\nstream\n"),
                packed.toByteArray(),
                words("\nendstream\nendobj\ntrailer<</Root 2 0 R>>\n%%EOF"));
    }

    /// A HEIC in its outer form: a picture item, an Exif item with a place, and what hides between and behind them.
    static byte[] heic() {
        byte[] picture = words("HEVC-PICTURE-BYTES");
        byte[] exif = words(SECRET_PLACE);
        byte[] hidden = words("hidden-between");
        byte[] ftyp = box("ftyp", words("heic\0\0\0\0mif1heic"));
        int metaLength = meta(0, picture.length, 0, exif.length).length;
        int data = ftyp.length + metaLength + 8;
        byte[] meta = meta(data, picture.length, data + picture.length + hidden.length, exif.length);
        byte[] film = box("mpvd", words("film-of-the-moment-before"));
        return joined(ftyp, meta, box("mdat", joined(picture, hidden, exif)), film);
    }

    /// A HEIC whose items have ranges of no length, which take no place in the file.
    static byte[] heicOfNothing(int items, int rangesEach) {
        byte[] iinf = box("iinf", joined(words("\0\0\0\0\0\1"), box("infe", joined(words("\2\0\0\0\0\1\0\0hvc1\0")))));
        ByteBuffer iloc = ByteBuffer.allocate(4 + 2 + 4 + items * 10);
        iloc.putInt(0x02000000).putShort((short) 0).putInt(items);
        for (int i = 0; i < items; i++) {
            iloc.putInt(1).putShort((short) 0).putShort((short) 0).putShort((short) rangesEach);
        }
        byte[] meta = box("meta", joined(words("\0\0\0\0"), iinf, box("iloc", iloc.array())));
        return joined(box("ftyp", words("heic\0\0\0\0mif1heic")), meta, box("mdat", words("x")));
    }

    private static byte[] meta(int picture, int pictureLength, int exif, int exifLength) {
        byte[] one = box("infe", joined(words("\2\0\0\0\0\1\0\0hvc1\0")));
        byte[] two = box("infe", joined(words("\2\0\0\0\0\2\0\0Exif\0")));
        byte[] iinf = box("iinf", joined(words("\0\0\0\0\0\2"), one, two));
        ByteBuffer iloc = ByteBuffer.allocate(4 + 2 + 2 + 2 * 14);
        iloc.putInt(0).putShort((short) 0x4400).putShort((short) 2);
        iloc.putShort((short) 1)
                .putShort((short) 0)
                .putShort((short) 1)
                .putInt(picture)
                .putInt(pictureLength);
        iloc.putShort((short) 2)
                .putShort((short) 0)
                .putShort((short) 1)
                .putInt(exif)
                .putInt(exifLength);
        return box("meta", joined(words("\0\0\0\0"), iinf, box("iloc", iloc.array())));
    }

    private static byte[] box(String type, byte[] content) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DataOutputStream data = new DataOutputStream(out);
            data.writeInt(8 + content.length);
            data.write(words(type));
            data.write(content);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
