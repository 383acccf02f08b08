package fr.opalconnect.attachment;

import fr.opalconnect.platform.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// What the tenants' door and the desk's have in common.
@Component
class Doorway {
    private final Attachments attachments;
    private final Views views;

    Doorway(Attachments attachments, Views views) {
        this.attachments = attachments;
        this.views = views;
    }

    /// Answers with the piece of the form that shows what became of the files; the script puts it in its place.
    View receive(String owner, HttpServletRequest request) {
        Joined joined = attachments.joined(owner, request);
        return views.page(
                "attachment/Received", joined, joined.isComplete() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    ResponseEntity<Void> remove(String owner, UUID id) {
        attachments.remove(owner, id);
        return ResponseEntity.noContent().build();
    }

    /// Only its sender, and only as long as it was not sent with a message.
    ResponseEntity<byte[]> small(String owner, UUID id) {
        Served served = attachments.unbound(owner, id) == null ? null : attachments.serve(id, true);
        return served == null ? ResponseEntity.notFound().build() : served.answer();
    }
}
