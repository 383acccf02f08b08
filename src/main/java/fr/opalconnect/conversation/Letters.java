package fr.opalconnect.conversation;

import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.attachment.Joined;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Reads what was typed into a form: words and files become something to send, or come back with what is wrong.
@Component
class Letters {
    private final Attachments attachments;
    private final InstantSource clock;

    Letters(Attachments attachments, InstantSource clock) {
        this.attachments = attachments;
        this.clock = clock;
    }

    sealed interface Reading {}

    record Ready(Words words, Joined joined) implements Reading {}

    /// @param joined files that are kept and go with the form when it is sent again
    record Wrong(Mistakes mistakes, HttpStatus status, Joined joined) implements Reading {}

    Instant now() {
        return clock.instant();
    }

    /// @param needed whether words or files must be there
    /// @param others what the page itself found wrong
    Reading read(SignedInTenant who, Typed typed, HttpServletRequest request, boolean needed, Mistake... others) {
        Joined joined = attachments.joined(Author.of(who.number(), "").actor(), request);
        List<Mistake> mistakes = new ArrayList<>(List.of(others));
        mistakes.addAll(joined.mistakes().all());
        Words words = new Words(typed.text(), joined.ids(), typed.key());
        if (needed && words.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(new Mistake("message", "conversation.error.empty"));
        }
        if (words.body().length() > Words.LONGEST) {
            mistakes.add(new Mistake("message", "conversation.error.long"));
        }
        return mistakes.isEmpty()
                ? new Ready(words, joined)
                : new Wrong(new Mistakes(mistakes), HttpStatus.UNPROCESSABLE_CONTENT, joined);
    }

    /// What a verb refused.
    static Wrong wrong(Ending ending, Joined joined) {
        return switch (ending) {
            case Ending.TooMany many ->
                wrong("message", "conversation.error.often", HttpStatus.TOO_MANY_REQUESTS, joined);
            case Ending.UnknownFile file ->
                wrong(
                        Joined.FIELD,
                        "conversation.error.file",
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        Joined.nothing(joined.door()));
            case Ending.NotNow now -> wrong("message", "conversation.error.moved-on", HttpStatus.CONFLICT, joined);
            case Ending.NotFound gone -> wrong("message", "conversation.error.moved-on", HttpStatus.CONFLICT, joined);
            case Ending.Done done -> throw new IllegalArgumentException("nothing is wrong");
        };
    }

    private static Wrong wrong(String field, String textKey, HttpStatus status, Joined joined) {
        return new Wrong(Mistakes.of(new Mistake(field, textKey)), status, joined);
    }
}
