package fr.opalconnect.conversation;

import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A conversation: its words, how far it is, and what the tenant can do now.
@Controller
class ThreadPage {
    private final Conversations conversations;
    private final Requests requests;
    private final Contact.Book contacts;
    private final Letters letters;
    private final Attachments attachments;
    private final Views views;

    ThreadPage(
            Conversations conversations,
            Requests requests,
            Contact.Book contacts,
            Letters letters,
            Attachments attachments,
            Views views) {
        this.conversations = conversations;
        this.requests = requests;
        this.contacts = contacts;
        this.letters = letters;
        this.attachments = attachments;
        this.views = views;
    }

    @GetMapping("/messages/{id}")
    View thread(SignedInTenant who, @PathVariable UUID id, @RequestParam(required = false) @Nullable String envoye) {
        return page(who, id, envoye != null, Sheet.blank(), Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping("/messages/{id}")
    View write(SignedInTenant who, @PathVariable UUID id, @ModelAttribute Typed typed, HttpServletRequest request) {
        return switch (letters.read(who, typed, request, true)) {
            case Letters.Wrong wrong -> again(who, id, typed, wrong);
            case Letters.Ready ready ->
                switch (conversations.write(who, id, ready.words())) {
                    case Ending.Done done -> new RedirectView("/messages/" + id + "?envoye#fin");
                    case Ending.NotFound gone -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                    case Ending other -> again(who, id, typed, Letters.wrong(other, ready.joined()));
                };
        };
    }

    /// @param creneau the slot; empty for none of them
    @PostMapping("/messages/{id}/creneau")
    View choose(SignedInTenant who, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID creneau) {
        return back(id, creneau == null ? requests.decline(who, id) : requests.choose(who, id, creneau));
    }

    /// 'C'est réparé', 'Je n'en ai plus besoin'
    @PostMapping("/messages/{id}/fin")
    View close(SignedInTenant who, @PathVariable UUID id) {
        return back(id, requests.close(who, id));
    }

    /// 'Ce n'est pas réparé', 'Rouvrir'
    @PostMapping("/messages/{id}/rouvrir")
    View reopen(SignedInTenant who, @PathVariable UUID id) {
        return back(id, requests.reopen(who, id));
    }

    private static View back(UUID id, Ending ending) {
        return switch (ending) {
            case Ending.NotFound gone -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            // It has moved on meanwhile: the page shows where it is now.
            case Ending any -> new RedirectView("/messages/" + id + "#fin");
        };
    }

    private View again(SignedInTenant who, UUID id, Typed typed, Letters.Wrong wrong) {
        Sheet sheet = new Sheet(typed.text(), typed.key(), wrong.joined());
        return page(who, id, false, sheet, wrong.mistakes(), wrong.status());
    }

    private View page(SignedInTenant who, UUID id, boolean sent, Sheet sheet, Mistakes mistakes, HttpStatus status) {
        Conversation conversation = conversations.read(who, id);
        if (conversation == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Promise promise = conversations.promise(who, conversation.head());
        return views.page(
                "conversation/Thread",
                new ThreadView(
                        who,
                        conversation,
                        attachments.of(conversation.attachments()),
                        contacts.trouble(conversation.head()),
                        contacts.of(promise.answers(), conversation.head().agencyCode()),
                        promise.by(),
                        conversations.isHeldWithOthers(who),
                        sent,
                        sheet,
                        mistakes,
                        letters.now()),
                status);
    }
}
