package fr.opalconnect.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/// A file of the vault on its way to somebody's screen or device: streamed, from any place on. No
/// browser keeps it: the next one to hold the phone may be somebody else.
///
/// @param name   as it is saved
/// @param tag    another when the file is
/// @param inline to look at, not to save
/// @param gone   what is shown where the file cannot be opened
record FileAnswer(Source source, String name, FileType type, long size, String tag, boolean inline, View gone)
        implements View {
    /// A picture runs nothing. A PDF in a sandbox is shown by no Chrome, and its viewer is one already.
    private static final String RUNS_NOTHING = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    interface Source {
        /// @return null when it is not there
        @Nullable
        InputStream from(long place) throws IOException;
    }

    /// @param from the first byte
    /// @param to   the last
    private record Part(long from, long to) {
        long length() {
            return to - from + 1;
        }
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        String etag = '"' + tag + '"';
        response.setHeader(HttpHeaders.ETAG, etag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (etag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        Part part;
        try {
            part = part(request, etag);
        } catch (IllegalArgumentException e) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            response.sendError(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
            return;
        }
        try (InputStream content = open(part)) {
            if (content == null) {
                response.setHeader(HttpHeaders.ETAG, null);
                gone.render(model, request, response);
                return;
            }
            head(response, part);
            if (!request.getMethod().equals("HEAD")) {
                copy(content, response.getOutputStream(), part.length());
            }
        }
    }

    /// What is damaged at its beginning is known before anything is answered.
    private @Nullable InputStream open(Part part) {
        try {
            return source.from(part.from());
        } catch (IOException e) {
            return null; // the vault has told whoever looks after it
        }
    }

    private void head(HttpServletResponse response, Part part) {
        if (part.length() < size) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + part.from() + "-" + part.to() + "/" + size);
        }
        response.setCharacterEncoding((String) null); // what is no text has none
        response.setContentType(type.type());
        response.setContentLengthLong(part.length());
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy", inline && type == FileType.PDF ? RUNS_NOTHING : RUNS_NOTHING + "; sandbox");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    /// One range, as viewers of PDF ask for them; whoever asks for several gets everything.
    private Part part(HttpServletRequest request, String etag) {
        String range = request.getHeader(HttpHeaders.RANGE);
        String unless = request.getHeader(HttpHeaders.IF_RANGE);
        if (range == null || size == 0 || (unless != null && !unless.equals(etag))) {
            return new Part(0, size - 1);
        }
        List<HttpRange> ranges = HttpRange.parseRanges(range);
        if (ranges.size() != 1) {
            return new Part(0, size - 1);
        }
        long from = ranges.getFirst().getRangeStart(size);
        if (from >= size) {
            throw new IllegalArgumentException("begins behind the end");
        }
        return new Part(from, ranges.getFirst().getRangeEnd(size));
    }

    private static void copy(InputStream content, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = length;
        while (left > 0) {
            int read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("the file ends early");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
