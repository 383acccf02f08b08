package fr.opalconnect.attachment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that came with a form, as it is, for a page that reads it itself and keeps nothing of its bytes. Within the
/// size that any file has; what it is has not been looked at.
///
/// @param refusal why its bytes are not here; null when they are
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SentFile(String name, byte[] bytes, @Nullable Refusal refusal) {
    /// The first file of the form.
    ///
    /// @return null when none was chosen
    public static @Nullable SentFile of(HttpServletRequest request) throws IOException {
        List<Incoming> all = Incoming.of(request);
        if (all.isEmpty()) {
            return null;
        }
        Incoming first = all.getFirst();
        byte[] bytes = first.refusal() == null ? Files.readAllBytes(first.path()) : new byte[0];
        return new SentFile(FileName.safe(first.name()), bytes, first.refusal());
    }
}
