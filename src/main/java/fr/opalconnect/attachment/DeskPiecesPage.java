package fr.opalconnect.attachment;

import fr.opalconnect.kernel.SignedInStaff;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// The same for the desk.
@Controller
class DeskPiecesPage {
    private final Doorway doorway;

    DeskPiecesPage(Doorway doorway) {
        this.doorway = doorway;
    }

    @PostMapping(Joined.DESKS_DOOR)
    View receive(SignedInStaff who, HttpServletRequest request) {
        return doorway.receive(who.actor(), request);
    }

    @PostMapping(Joined.DESKS_DOOR + "/{id}/retirer")
    ResponseEntity<Void> remove(SignedInStaff who, @PathVariable UUID id) {
        return doorway.remove(who.actor(), id);
    }

    @GetMapping(Joined.DESKS_DOOR + "/{id}/petite")
    ResponseEntity<byte[]> small(SignedInStaff who, @PathVariable UUID id) {
        return doorway.small(who.actor(), id);
    }
}
