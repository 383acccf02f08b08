package fr.opalconnect.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Which way up a camera was held: one number in a photo's EXIF data, of which nothing else is read.
final class Orientation {
    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private Orientation() {}

    /// @return 1 to 8 as EXIF numbers it; 1 when nothing sensible is said
    static int of(RealType type, byte[] file) {
        try {
            ByteBuffer tiff = switch (type) {
                case JPEG -> inJpeg(ByteBuffer.wrap(file));
                case WEBP -> inWebP(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
                default -> null;
            };
            return tiff == null ? UPRIGHT : inTiff(tiff);
        } catch (RuntimeException e) {
            return UPRIGHT; // cut short, or made up
        }
    }

    /// Segments follow one another until the picture itself begins.
    private static @Nullable ByteBuffer inJpeg(ByteBuffer file) {
        int at = 2;
        while (at + 4 <= file.limit() && file.get(at) == (byte) 0xFF) {
            int marker = file.get(at + 1) & 0xFF;
            int length = file.getShort(at + 2) & 0xFFFF;
            if (marker == 0xFF) {
                at++;
            } else if (marker == 0xDA || length < 2) {
                return null;
            } else if (marker == 0xE1 && startsWith(file, at + 4, EXIF)) {
                return file.slice(at + 4 + EXIF.length, length - 2 - EXIF.length);
            } else {
                at += 2 + length;
            }
        }
        return null;
    }

    private static @Nullable ByteBuffer inWebP(ByteBuffer file) {
        for (int at = 12; at + 8 <= file.limit(); ) {
            int length = file.getInt(at + 4);
            if (length < 0) {
                return null;
            }
            if (startsWith(file, at, "EXIF".getBytes(StandardCharsets.US_ASCII))) {
                int head = startsWith(file, at + 8, EXIF) ? EXIF.length : 0;
                return file.slice(at + 8 + head, length - head);
            }
            at = Math.addExact(at + 8, length + (length & 1));
        }
        return null;
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int orientation = tiff.getShort(entry + 8);
                return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static boolean startsWith(ByteBuffer file, int at, byte[] word) {
        byte[] found = new byte[word.length];
        if (at + word.length > file.limit()) {
            return false;
        }
        file.get(at, found);
        return Arrays.equals(found, word);
    }
}
