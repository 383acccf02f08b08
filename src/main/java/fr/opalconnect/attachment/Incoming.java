package fr.opalconnect.attachment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file as it came, in the temporary folder until its request is answered.
///
/// @param file    null when nothing was kept of it
/// @param size    of what was kept
/// @param refusal why nothing was kept
record Incoming(
        String name,
        @Nullable Path file,
        long size,
        @Nullable Refusal refusal) implements AutoCloseable {
    static final String REQUEST_ATTRIBUTE = Incoming.class.getName();

    static final String PREFIX = "opal-upload-";

    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);

    /// Those that came with a form, as [UploadFilter] found them.
    @SuppressWarnings("unchecked")
    static List<Incoming> of(HttpServletRequest request) {
        List<Incoming> all = (List<Incoming>) request.getAttribute(REQUEST_ATTRIBUTE);
        return all == null ? List.of() : all;
    }

    static Incoming refused(String name, Refusal why) {
        return new Incoming(name, null, 0, why);
    }

    /// Writes it down, but never more than is allowed; the rest is left to whoever closes the stream.
    static Incoming spooled(String name, InputStream content, long most) throws IOException {
        Path file = Files.createTempFile(PREFIX + ProcessHandle.current().pid() + "-", ".part");
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[16_384];
            for (int read = content.read(buffer); read >= 0 && size <= most; read = content.read(buffer)) {
                out.write(buffer, 0, read);
                size += read;
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        if (size == 0 || size > most) {
            Files.deleteIfExists(file);
            return refused(name, size == 0 ? Refusal.EMPTY : Refusal.TOO_LARGE);
        }
        return new Incoming(name, file, size, null);
    }

    Path path() {
        if (file == null) {
            throw new IllegalStateException("nothing was kept of it");
        }
        return file;
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("A temporary file stays behind: {}", file, e);
        }
    }
}
