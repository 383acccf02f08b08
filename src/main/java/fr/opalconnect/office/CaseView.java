package fr.opalconnect.office;

import fr.opalconnect.attachment.Attachment;
import fr.opalconnect.conversation.Conversation;
import fr.opalconnect.conversation.Head;
import fr.opalconnect.conversation.Message;
import fr.opalconnect.conversation.Party;
import fr.opalconnect.conversation.State;
import fr.opalconnect.conversation.Step;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation as the desk shows it.
///
/// @param assignee   who has it; null is the agency's pile
/// @param pieces     the files of all its messages
/// @param writing    names of colleagues who write an answer at this moment
/// @param colleagues whom it can be given to
record CaseView(
        SignedInStaff who,
        Conversation conversation,
        @Nullable WhoWrites tenant,
        @Nullable StaffMember assignee,
        CaseForms forms,
        Map<UUID, Attachment> pieces,
        List<String> writing,
        List<ReplyTemplate> templates,
        List<StaffMember> colleagues,
        List<Agency> otherAgencies,
        Instant now) {
    Head head() {
        return conversation.head();
    }

    /// The same with other words in its forms.
    CaseView with(CaseForms others) {
        return new CaseView(
                who,
                conversation,
                tenant,
                assignee,
                others,
                pieces,
                writing,
                templates,
                colleagues,
                otherAgencies,
                now);
    }

    /// The files of a message, in their order.
    List<Attachment> pieces(Message message) {
        return message.attachments().stream()
                .map(pieces::get)
                .filter(Objects::nonNull)
                .toList();
    }

    boolean isLatest(Message message) {
        return message.equals(conversation.messages().getLast());
    }

    static boolean isOurs(Message message) {
        return message.author().party() != Party.TENANT;
    }

    /// `9 h 47 · Claire Lemoine · Lu`
    String under(Texts t, Message message) {
        String line =
                t.time(Moments.at(message.at())) + " · " + message.author().name();
        if (message.internal()) {
            return line + " · " + t.say("office.note.internal");
        }
        return isOurs(message) && conversation.isRead(message) ? line + " · " + t.say("office.read") : line;
    }

    /// What happened, in a sentence.
    String told(Texts t, Step step) {
        String name = step.author().party() == Party.SYSTEM
                ? t.say("office.step.clock")
                : step.author().name();
        String why = step.why() == null ? "" : step.why();
        return switch (step.act()) {
            case ASSIGNED ->
                why.isEmpty() ? t.say("office.step.unassigned", name) : t.say("office.step.assigned", name, why);
            case HANDED_OVER -> t.say("office.step.handed-over", name, why);
            case OFFERED -> t.say("office.step.offered", name);
            case CHOSE -> t.say("office.step.chose", name);
            case DECLINED -> t.say("office.step.declined", name);
            case MOVED -> {
                String moved = t.say("office.step.moved", name, t.say(key(step.to())));
                yield why.isEmpty() ? moved : moved + " – " + why;
            }
        };
    }

    /// Where it may be moved from here, closing last.
    List<State> ways() {
        return head().state().waysForStaff(head().kind());
    }

    static Tone tone(State state) {
        return switch (state) {
            case RECEIVED -> Tone.WARN;
            case TAKEN_ON, PLANNED -> Tone.INFO;
            case DONE, CLOSED -> Tone.GOOD;
        };
    }

    /// On a button: a verb. Back to taken on, it says from where.
    String verbKey(State to) {
        if (to == State.TAKEN_ON && head().state() == State.PLANNED) {
            return "office.move.unplanned";
        }
        boolean again = to == State.TAKEN_ON && head().state().compareTo(State.TAKEN_ON) > 0;
        return "office.move." + to.name().toLowerCase(Locale.ROOT).replace('_', '-') + (again ? "-again" : "");
    }

    boolean isMine() {
        return who.id().equals(head().assignee());
    }

    private static String key(@Nullable State state) {
        return (state == null ? State.RECEIVED : state).textKey();
    }
}
