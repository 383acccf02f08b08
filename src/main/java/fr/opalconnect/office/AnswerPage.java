package fr.opalconnect.office;

import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.attachment.Joined;
import fr.opalconnect.conversation.Desk;
import fr.opalconnect.conversation.Ending;
import fr.opalconnect.conversation.Message;
import fr.opalconnect.conversation.Party;
import fr.opalconnect.conversation.Words;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.office.CaseForms.Collision;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.View;

/// Where an answer, or a note, is written.
@Controller
class AnswerPage {
    private final Desk desk;
    private final DeskViews views;
    private final Attendance attendance;
    private final Filling filling;
    private final Attachments attachments;

    AnswerPage(Desk desk, DeskViews views, Attendance attendance, Filling filling, Attachments attachments) {
        this.desk = desk;
        this.views = views;
        this.attendance = attendance;
        this.filling = filling;
        this.attachments = attachments;
    }

    @PostMapping("/bureau/conversations/{id}/reponse")
    View answer(
            SignedInStaff who,
            @PathVariable UUID id,
            @ModelAttribute AnswerForm form,
            @RequestParam Map<String, String> query,
            HttpServletRequest request) {
        InboxChoice choice = InboxChoice.of(query);
        Joined joined = attachments.joined(who.actor(), request);
        Mistakes mistakes = form.inserts() ? Mistakes.NONE : mistakes(form, joined);
        CaseView opened = views.open(who, id, CaseForms.answer(form, joined, mistakes));
        if (form.inserts()) {
            return views.of(who, choice, inserted(opened, form), null, HttpStatus.OK);
        }
        if (mistakes.any()) {
            return views.of(who, choice, opened, null, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Collision collision = form.insists() || form.isNote() ? null : collision(who, opened, form.seen());
        if (collision != null) {
            CaseView warned = opened.with(opened.forms().collidingWith(collision));
            return views.of(who, choice, warned, null, HttpStatus.CONFLICT);
        }
        Words words = new Words(form.text(), joined.ids(), form.key());
        Ending ending = form.isNote() ? desk.note(who, id, words) : desk.answer(who, id, words, form.next());
        return switch (ending) {
            case Ending.Done done -> {
                attendance.keep(who, id, "");
                yield DeskViews.back(id, choice, form.isNote() ? "note" : "envoye");
            }
            case Ending.NotFound gone -> throw DeskViews.gone();
            case Ending.NotNow now -> DeskViews.back(id, choice, "depasse");
            case Ending.TooMany many -> wrong(who, choice, opened, form, "office.reply.too-many");
            case Ending.UnknownFile file -> wrong(who, choice, opened, form, "office.reply.unknown-file");
        };
    }

    /// What is being written, while it is.
    @PostMapping("/bureau/conversations/{id}/brouillon")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draft(SignedInStaff who, @PathVariable UUID id, @RequestParam String message) {
        if (!attendance.wasThere(who, id)) {
            throw DeskViews.gone();
        }
        attendance.keep(who, id, message.substring(0, Math.min(Words.LONGEST, message.length())));
    }

    private View wrong(SignedInStaff who, InboxChoice choice, CaseView opened, AnswerForm form, String key) {
        Mistakes mistakes = Mistakes.of(new Mistake("message", key));
        CaseForms typed = CaseForms.answer(form, Joined.nothing(Joined.DESKS_DOOR), mistakes);
        return views.of(who, choice, opened.with(typed), null, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private CaseView inserted(CaseView opened, AnswerForm form) {
        String words = filling.words(opened, form.modele());
        if (words == null) {
            return opened;
        }
        String before = form.text();
        return opened.with(opened.forms().saying(before.isEmpty() ? words : before + "\n\n" + words));
    }

    private static Mistakes mistakes(AnswerForm form, Joined joined) {
        String text = form.text();
        if (!joined.isComplete()) {
            return joined.mistakes();
        }
        if (text.isEmpty() && joined.kept().isEmpty()) {
            return Mistakes.of(new Mistake("message", "office.reply.empty"));
        }
        if (text.length() > Words.LONGEST) {
            return Mistakes.of(new Mistake("message", "office.reply.too-long", Words.LONGEST));
        }
        String open = form.isNote() ? null : Placeholder.openIn(text);
        return open == null ? Mistakes.NONE : Mistakes.of(new Mistake("message", "office.reply.open", open));
    }

    /// Whether a colleague answered after the page was made.
    private static @Nullable Collision collision(SignedInStaff who, CaseView opened, @Nullable Instant seen) {
        return seen == null
                ? null
                : opened.conversation().messages().stream()
                        .filter(message -> message.at().isAfter(seen) && isColleagues(message, who))
                        .reduce((earlier, later) -> later)
                        .map(message -> new Collision(message.author().name(), message.at()))
                        .orElse(null);
    }

    private static boolean isColleagues(Message message, SignedInStaff who) {
        return message.author().party() == Party.STAFF
                && !message.internal()
                && !message.author().id().equals(who.id().toString());
    }
}
