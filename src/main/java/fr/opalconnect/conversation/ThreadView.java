package fr.opalconnect.conversation;

import fr.opalconnect.attachment.Attachment;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a tenant sees of a conversation.
///
/// @param pieces     the files of all its messages
/// @param trouble    of a repair: its line in the table; null when there is none, or no longer
/// @param contact    who answers
/// @param by         by when; null while the agency owes nothing
/// @param withOthers others hold the lease too: then it is said who sees what
/// @param sent       something was just sent
/// @param sheet      what was typed
record ThreadView(
        SignedInTenant who,
        Conversation conversation,
        List<Attachment> pieces,
        @Nullable Trouble trouble,
        Contact contact,
        @Nullable Instant by,
        boolean withOthers,
        boolean sent,
        Sheet sheet,
        Mistakes mistakes,
        Instant now) {
    Head head() {
        return conversation.head();
    }

    List<Attachment> pieces(Message message) {
        return pieces.stream()
                .filter(piece -> message.attachments().contains(piece.id()))
                .toList();
    }

    /// The times that can still be chosen.
    List<Slot> offered() {
        return conversation.offered().stream()
                .filter(slot -> slot.startsAt().isAfter(now))
                .toList();
    }

    /// A repair in the page's language, all else as it was written.
    String subject(Texts t) {
        return trouble == null ? head().subject() : trouble.name(t.locale());
    }

    boolean isMine(Message message) {
        return message.author().party() == Party.TENANT
                && message.author().id().equals(who.number().value());
    }

    boolean isFromTenants(Message message) {
        return message.author().party() == Party.TENANT;
    }

    /// `9 h 12 · Lu`, or `9 h 47 · Claire Lemoine`.
    String under(Texts t, Message message) {
        String time = When.time(t, message.at());
        if (!isMine(message)) {
            return time + " · " + message.author().name();
        }
        return time + " · " + t.say(conversation.isRead(message) ? "conversation.read" : "conversation.sent");
    }

    /// What happened, in a sentence.
    String told(Texts t, Step step) {
        String name = step.author().party() == Party.TENANT
                        && step.author().id().equals(who.number().value())
                ? t.say("conversation.you")
                : step.author().name();
        return switch (step.act()) {
            case OFFERED -> t.say("conversation.step.offered", name);
            case CHOSE -> t.say("conversation.step.chose", name);
            case DECLINED -> t.say("conversation.step.declined", name);
            case ASSIGNED, HANDED_OVER -> "";
            case MOVED ->
                step.from() == State.CLOSED
                        ? t.say("conversation.step.reopened", name)
                        : t.say(
                                "conversation.step."
                                        + String.valueOf(step.to())
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-')
                                        + (step.author().party() == Party.SYSTEM ? "-by-itself" : ""),
                                name);
        };
    }

    /// Who owes what now: an answer by a time, or nothing.
    String owed(Texts t) {
        if (by != null) {
            return t.say(
                    by.isBefore(now) ? "conversation.owed.late" : "conversation.owed",
                    contact.name(),
                    t.weekday(When.day(by)));
        }
        Course course = head().course();
        if (course.closesAt() != null && !asksToConfirm()) {
            return t.say("conversation.closes", t.weekday(When.day(course.closesAt())));
        }
        return course.waitingFor() == Waiting.TENANT ? t.say("conversation.yours") : "";
    }

    /// A repair is repaired, anything else is settled.
    String done(String what) {
        return "conversation.done." + what + (head().kind() == Kind.REPAIR ? ".repair" : ".other");
    }

    LocalDate today() {
        return When.day(now);
    }

    static Tone tone(State state) {
        return switch (state) {
            case RECEIVED, TAKEN_ON -> Tone.INFO;
            case PLANNED, DONE -> Tone.WARN;
            case CLOSED -> Tone.GOOD;
        };
    }

    /// 'C'est réparé' and 'Ce n'est pas réparé' are asked only when the agency says that it is done.
    boolean asksToConfirm() {
        return head().state() == State.DONE;
    }

    boolean canWithdraw() {
        return !head().isClosed() && !asksToConfirm() && head().kind().isRequest();
    }
}
