package fr.opalconnect.conversation;

import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What the list of conversations shows.
///
/// @param owner whose outbox the script keeps, by the tenant number
/// @param followed neighbours' requests
/// @param typed    what was searched; empty for the whole list
record MessagesView(
        String owner, List<Line> lines, List<Followed> followed, String typed, Troubles troubles, Instant now) {
    boolean isSearch() {
        return !typed.isEmpty();
    }

    /// The trouble in the page's language; what it was called when the table has lost it is not shown to neighbours.
    String trouble(Texts t, Followed followed) {
        Trouble trouble = troubles.find(followed.trouble());
        return trouble == null ? t.say(Kind.REPAIR.textKey()) : trouble.name(t.locale());
    }

    /// What it is about: a repair in the page's language, all else as it was written.
    String subject(Texts t, Head head) {
        Trouble trouble = troubles.find(head.trouble());
        return trouble == null ? head.subject() : trouble.name(t.locale());
    }

    String brief(Texts t, Instant at) {
        return When.brief(t, at, today());
    }

    /// The last words, and whose they were.
    String lastWords(Texts t, Head head) {
        return head.lastWords().isEmpty() ? t.say("conversation.files") : head.lastWords();
    }

    private LocalDate today() {
        return When.day(now);
    }
}
