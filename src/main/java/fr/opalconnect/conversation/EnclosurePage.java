package fr.opalconnect.conversation;

import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.attachment.Served;
import fr.opalconnect.kernel.SignedInTenant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The files of the conversations that a tenant may see.
@Controller
class EnclosurePage {
    private final Conversations conversations;
    private final Attachments attachments;

    EnclosurePage(Conversations conversations, Attachments attachments) {
        this.conversations = conversations;
        this.attachments = attachments;
    }

    @GetMapping("/messages/pieces/{id}")
    ResponseEntity<byte[]> whole(SignedInTenant who, @PathVariable UUID id) {
        return serve(who, id, false);
    }

    @GetMapping("/messages/pieces/{id}/petite")
    ResponseEntity<byte[]> small(SignedInTenant who, @PathVariable UUID id) {
        return serve(who, id, true);
    }

    private ResponseEntity<byte[]> serve(SignedInTenant who, UUID id, boolean small) {
        Served served = conversations.maySee(who, id) ? attachments.serve(id, small) : null;
        if (served == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return served.answer();
    }
}
