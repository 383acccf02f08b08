package fr.opalconnect.office;

import fr.opalconnect.kernel.SignedInStaff;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The inbox, and a conversation in it.
@Controller
class DeskPage {
    private final DeskViews desk;

    DeskPage(DeskViews desk) {
        this.desk = desk;
    }

    @GetMapping("/bureau")
    View inbox(SignedInStaff who, @RequestParam Map<String, String> query) {
        return desk.list(who, InboxChoice.of(query), Said.of(query.get(Said.PARAMETER)));
    }

    @GetMapping("/bureau/conversations/{id}")
    View conversation(SignedInStaff who, @PathVariable UUID id, @RequestParam Map<String, String> query) {
        return desk.conversation(
                who, InboxChoice.of(query), id, CaseForms.fresh(), Said.of(query.get(Said.PARAMETER)), HttpStatus.OK);
    }
}
