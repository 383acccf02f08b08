package fr.opalconnect.attachment;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A file on its way to somebody's screen: its type is ours, not its sender's, and whatever it is, it runs nothing.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Served(Attachment attachment, boolean small, byte[] bytes) {
    private static final String RUNS_NOTHING =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    /// Nothing of it stays in a browser: the next one to hold the phone may be somebody else.
    public ResponseEntity<byte[]> answer() {
        FileKind shown = small ? FileKind.JPEG : attachment.kind();
        var disposition = shown.isShown() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(shown.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", RUNS_NOTHING)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }
}
