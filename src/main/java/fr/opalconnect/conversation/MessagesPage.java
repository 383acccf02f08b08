package fr.opalconnect.conversation;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Messages: every conversation of a tenant, the latest words first. The search goes by POST: what people look for in
/// their own letters is theirs, and an address lies in logs, in the browser's history and in what a proxy keeps.
@Controller
class MessagesPage {
    private final Conversations conversations;
    private final Requests requests;
    private final Troubles troubles;
    private final Views views;
    private final InstantSource clock;

    MessagesPage(Conversations conversations, Requests requests, Troubles troubles, Views views, InstantSource clock) {
        this.conversations = conversations;
        this.requests = requests;
        this.troubles = troubles;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/messages")
    View list(SignedInTenant who) {
        return views.page(
                "conversation/Messages",
                new MessagesView(
                        who.number().value(),
                        conversations.list(who),
                        requests.followed(who),
                        "",
                        troubles,
                        clock.instant()));
    }

    @PostMapping("/messages/recherche")
    View search(SignedInTenant who, @RequestParam(defaultValue = "") String q) {
        if (q.isBlank()) {
            return new RedirectView("/messages");
        }
        return views.page(
                "conversation/Messages",
                new MessagesView(
                        who.number().value(),
                        conversations.search(who, q),
                        List.of(),
                        q.strip(),
                        troubles,
                        clock.instant()));
    }

    /// The results have no address of their own: whoever opens it gets the list.
    @GetMapping("/messages/recherche")
    View listAgain(SignedInTenant who) {
        return new RedirectView("/messages");
    }
}
