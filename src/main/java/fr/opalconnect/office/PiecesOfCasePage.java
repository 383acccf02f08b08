package fr.opalconnect.office;

import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.attachment.Served;
import fr.opalconnect.conversation.Desk;
import fr.opalconnect.kernel.SignedInStaff;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Hands out the files of conversations to those who may see these.
@Controller
class PiecesOfCasePage {
    /// The address without the file's id.
    static final String DOOR = "/bureau/messages/pieces";

    private final Desk desk;
    private final Attachments attachments;

    PiecesOfCasePage(Desk desk, Attachments attachments) {
        this.desk = desk;
        this.attachments = attachments;
    }

    @GetMapping(DOOR + "/{id}")
    ResponseEntity<byte[]> piece(SignedInStaff who, @PathVariable UUID id) {
        return serve(who, id, false);
    }

    /// The picture for the thread.
    @GetMapping(DOOR + "/{id}/petite")
    ResponseEntity<byte[]> small(SignedInStaff who, @PathVariable UUID id) {
        return serve(who, id, true);
    }

    private ResponseEntity<byte[]> serve(SignedInStaff who, UUID id, boolean small) {
        Served served = desk.maySee(who, id) ? attachments.serve(id, small) : null;
        if (served == null) {
            throw DeskViews.gone();
        }
        return served.answer();
    }
}
