package fr.opalconnect.conversation;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Live;
import fr.opalconnect.ui.Brand;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// What a conversation gives besides its page: the appointment for one's calendar, and word of what is new.
@Controller
class CalendarPage {
    private final Conversations conversations;
    private final Live live;
    private final Brand brand;

    CalendarPage(Conversations conversations, Live live, Brand brand) {
        this.conversations = conversations;
        this.live = live;
        this.brand = brand;
    }

    @GetMapping("/messages/{id}/rendez-vous.ics")
    ResponseEntity<String> calendar(SignedInTenant who, @PathVariable UUID id) {
        Conversation conversation = conversations.read(who, id);
        Slot slot = conversation == null ? null : conversation.chosen();
        if (conversation == null || slot == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .header("Content-Type", "text/calendar; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"rendez-vous.ics\"")
                .body(CalendarFile.of(conversation.head(), slot, brand));
    }

    /// @param conversation the one that is open, if any
    @GetMapping("/messages/direct")
    View direct(SignedInTenant who, @RequestParam(required = false) @Nullable UUID conversation) {
        List<String> topics = new ArrayList<>(List.of(Hearers.topic(who.number())));
        if (conversation != null) {
            if (!conversations.mayRead(who, conversation)) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            topics.add("conversation:" + conversation);
        }
        return live.follow(who, topics);
    }
}
