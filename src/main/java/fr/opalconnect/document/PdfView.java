package fr.opalconnect.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;

/// A paper as an answer: opened in the browser, or kept, as its reader likes.
final class PdfView implements View {
    private final Made.Ready paper;

    PdfView(Made.Ready paper) {
        this.paper = paper;
    }

    @Override
    public void render(@Nullable Map<String, ?> unused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"%s\"".formatted(paper.fileName()));
        response.setContentLength(paper.pdf().length);
        response.getOutputStream().write(paper.pdf());
    }
}
