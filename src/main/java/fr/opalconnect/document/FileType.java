package fr.opalconnect.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What the ERP's files may be: what every browser shows.
enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png");

    /// How many bytes tell what a file is.
    static final int TELLING = 1024;

    private static final byte[] PNG_SIGN = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final String type;
    private final String ending;

    FileType(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    String type() {
        return type;
    }

    String ending() {
        return ending;
    }

    /// By its first bytes, whatever its name says; null when it is none of these.
    static @Nullable FileType of(byte[] begins) {
        if (new String(begins, StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            return PDF;
        }
        if (begins.length > 3 && begins[0] == (byte) 0xFF && begins[1] == (byte) 0xD8 && begins[2] == (byte) 0xFF) {
            return JPEG;
        }
        return Arrays.equals(Arrays.copyOf(begins, PNG_SIGN.length), PNG_SIGN) ? PNG : null;
    }
}
