package fr.opalconnect.attachment;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/// Photos, read with care and drawn anew: nothing of the file that was sent is left but what one sees.
final class Pictures {
    /// Of the longer side, of what is kept.
    static final int LARGEST = 2_560;

    private static final int SMALL = 480;
    private static final int SMALL_BYTES = 30_000;
    private static final float QUALITY = 0.85f;
    /// Drawings and screenshots stay sharp, as long as that is cheap.
    private static final int SMALL_DRAWING = 1_000_000;

    private static final int LONGEST_SIDE = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Pictures() {}

    static Clean clean(RealType type, byte[] bytes) throws Unfit, IOException {
        BufferedImage upright = Drawing.upright(decode(type, bytes), Orientation.of(type, bytes), LARGEST);
        boolean seeThrough = Drawing.isSeeThrough(upright);
        boolean drawing = type == RealType.PNG && (long) upright.getWidth() * upright.getHeight() <= SMALL_DRAWING;
        FileKind kind = seeThrough || drawing ? FileKind.PNG : FileKind.JPEG;
        BufferedImage kept = seeThrough ? upright : Drawing.onWhite(upright);
        byte[] written = kind == FileKind.PNG ? Drawing.png(kept) : Drawing.jpeg(kept, QUALITY);
        return new Clean(kind, written, upright.getWidth(), upright.getHeight(), small(upright));
    }

    private static byte[] small(BufferedImage upright) throws IOException {
        BufferedImage small = Drawing.onWhite(Drawing.upright(upright, 1, SMALL));
        float quality = 0.75f;
        byte[] written = Drawing.jpeg(small, quality);
        while (written.length > SMALL_BYTES) {
            quality -= 0.15f;
            if (quality < 0.3f) {
                small = Drawing.upright(small, 1, Math.max(small.getWidth(), small.getHeight()) * 2 / 3);
                quality = 0.6f;
            }
            written = Drawing.jpeg(small, quality);
        }
        return written;
    }

    private static BufferedImage decode(RealType type, byte[] bytes) throws Unfit, IOException {
        ImageReader reader = reader(type);
        try (ByteArrayImageInputStream stream = new ByteArrayImageInputStream(bytes)) {
            reader.setInput(stream, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            long pixels = (long) width * height;
            if (Math.max(width, height) > LONGEST_SIDE || pixels > mostPixels(type)) {
                throw new Unfit(Refusal.TOO_MANY_PIXELS);
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int step = 1;
            while (pixels / ((long) step * step) > mostInMemory(type)) {
                step++;
            }
            param.setSourceSubsampling(step, step, 0, 0);
            Patience patience = new Patience(reader, PATIENCE);
            reader.addIIOReadProgressListener(patience);
            reader.addIIOReadWarningListener((IIOReadWarningListener) (source, warning) -> patience.warned(warning));
            BufferedImage image = reader.read(0, param);
            if (patience.isOver() || patience.isCutShort()) {
                throw new Unfit(Refusal.BROKEN);
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(RealType type) throws IOException {
        return type == RealType.WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByMIMEType(type == RealType.PNG ? "image/png" : "image/jpeg")
                        .next();
    }

    /// A panorama has 65 million. WebP is decoded whole, whatever is asked for.
    private static long mostPixels(RealType type) {
        return switch (type) {
            case JPEG -> 80_000_000;
            case PNG -> 40_000_000;
            default -> 16_000_000;
        };
    }

    /// Three or four bytes each; in a PNG of sixteen bits up to eight.
    private static long mostInMemory(RealType type) {
        return type == RealType.PNG ? 14_000_000 : 25_000_000;
    }
}
