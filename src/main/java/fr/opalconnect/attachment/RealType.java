package fr.opalconnect.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/// What a file is by its bytes, whatever its name and its sender say.
enum RealType {
    JPEG,
    PNG,
    WEBP,
    HEIC,
    PDF,
    OTHER;

    /// Loaded with the first file: it takes a moment that no start should wait for.
    private static final class Known {
        static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    }

    static RealType of(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 65_536)) {
            return switch (Known.TYPES.detect(stream, new Metadata()).toString()) {
                case "image/jpeg" -> JPEG;
                case "image/png" -> PNG;
                case "image/webp" -> WEBP;
                case "image/heic", "image/heif" -> HEIC;
                case "application/pdf" -> PDF;
                default -> OTHER;
            };
        }
    }
}
