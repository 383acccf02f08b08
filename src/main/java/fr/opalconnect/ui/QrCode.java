package fr.opalconnect.ui;

import io.nayuki.qrcodegen.QrCode.Ecc;
import io.nayuki.qrcodegen.QrSegment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;

/// A QR code as one SVG path: it stands in the page itself, no other request. Bytes, level M and at most version 13,
/// as EPC069-12 wants them.
///
/// @param size of one side in modules, the quiet border included
/// @param path of the dark modules
public record QrCode(int size, String path) {
    /// What readers want free around the code.
    private static final int BORDER = 4;

    private static final int LARGEST_VERSION = 13;

    public static QrCode of(String text) {
        var code = encoded(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from + BORDER).append(',').append(y + BORDER);
                    path.append('h')
                            .append(x - from)
                            .append("v1h-")
                            .append(x - from)
                            .append('z');
                }
                x++;
            }
        }
        return new QrCode(code.size + 2 * BORDER, path.toString());
    }

    /// The same code as a picture in PNG, for paper.
    ///
    /// @param dots a module's side: printers must not have to guess
    public static byte[] picture(String text, int dots) {
        var code = encoded(text);
        int side = (code.size + 2 * BORDER) * dots;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean dark = code.getModule(x / dots - BORDER, y / dots - BORDER);
                image.setRGB(x, y, dark ? 0xff000000 : 0xffffffff);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private static io.nayuki.qrcodegen.QrCode encoded(String text) {
        var bytes = QrSegment.makeBytes(text.getBytes(StandardCharsets.UTF_8));
        return io.nayuki.qrcodegen.QrCode.encodeSegments(List.of(bytes), Ecc.MEDIUM, 1, LARGEST_VERSION, -1, false);
    }
}
