package fr.opalconnect.conversation;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Écrire: straight to who answers for this dwelling. A message, files, send.
@Controller
class WritePage {
    private static final int SUBJECT = 60;

    private final Conversations conversations;
    private final Contact.Book contacts;
    private final Letters letters;
    private final Views views;

    WritePage(Conversations conversations, Contact.Book contacts, Letters letters, Views views) {
        this.conversations = conversations;
        this.contacts = contacts;
        this.letters = letters;
        this.views = views;
    }

    @GetMapping("/messages/ecrire")
    View form(SignedInTenant who, @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy) {
        return page(who, tenancy, Sheet.blank(), false, Mistakes.NONE, HttpStatus.OK);
    }

    /// @param partage for the other holders of the lease too
    @PostMapping("/messages/ecrire")
    View send(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @ModelAttribute Typed typed,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String partage) {
        return switch (letters.read(who, typed, request, true)) {
            case Letters.Wrong wrong -> again(who, tenancy, typed, partage, wrong);
            case Letters.Ready ready -> {
                Draft draft =
                        new Draft(Kind.MESSAGE, subject(ready.words()), null, false, partage != null, ready.words());
                yield switch (conversations.open(who, draft)) {
                    case Ending.Done done -> new RedirectView("/messages/" + done.conversation() + "?envoye#fin");
                    case Ending other -> again(who, tenancy, typed, partage, Letters.wrong(other, ready.joined()));
                };
            }
        };
    }

    /// The first sentence, as far as a list has room for it.
    private static String subject(Words words) {
        String line = words.body().split("\n", 2)[0].strip();
        String sentence = line.replaceFirst("(?<=[.!?…])\\s.*$", "");
        if (sentence.isEmpty()) {
            return "Photo ou document";
        }
        return sentence.length() <= SUBJECT
                ? sentence
                : sentence.substring(0, SUBJECT).replaceFirst("\\s+\\S*$", "") + "…";
    }

    private View again(
            SignedInTenant who, Tenancy tenancy, Typed typed, @Nullable String partage, Letters.Wrong wrong) {
        Sheet sheet = new Sheet(typed.text(), typed.key(), wrong.joined());
        return page(who, tenancy, sheet, partage != null, wrong.mistakes(), wrong.status());
    }

    private View page(
            SignedInTenant who, Tenancy tenancy, Sheet sheet, boolean shared, Mistakes mistakes, HttpStatus status) {
        HeldLease lease = Objects.requireNonNull(tenancy.lease(who.lease()), "the session holds a lease of the tenant");
        Promise promise = conversations.promise(who, lease, Kind.MESSAGE, false);
        return views.page(
                "conversation/Write",
                new WriteView(
                        who.number().value(),
                        contacts.of(promise.answers(), lease.agencyCode()),
                        Objects.requireNonNull(promise.by()),
                        conversations.isHeldWithOthers(who),
                        shared,
                        sheet,
                        mistakes),
                status);
    }
}
