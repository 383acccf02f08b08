package fr.opalconnect.attachment;

import fr.opalconnect.kernel.SignedInTenant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Where a tenant's script sends files one by one, before the message that they belong to.
@Controller
class PiecesPage {
    private final Doorway doorway;

    PiecesPage(Doorway doorway) {
        this.doorway = doorway;
    }

    @PostMapping(Joined.TENANTS_DOOR)
    View receive(SignedInTenant who, HttpServletRequest request) {
        return doorway.receive(owner(who), request);
    }

    @PostMapping(Joined.TENANTS_DOOR + "/{id}/retirer")
    ResponseEntity<Void> remove(SignedInTenant who, @PathVariable UUID id) {
        return doorway.remove(owner(who), id);
    }

    @GetMapping(Joined.TENANTS_DOOR + "/{id}/petite")
    ResponseEntity<byte[]> small(SignedInTenant who, @PathVariable UUID id) {
        return doorway.small(owner(who), id);
    }

    private static String owner(SignedInTenant who) {
        return "tenant:" + who.number();
    }
}
