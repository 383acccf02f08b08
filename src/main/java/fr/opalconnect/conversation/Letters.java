package fr.opalconnect.conversation;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Reads what was typed into a form: words and files become something to send, or come back with what is wrong.
@Component
class Letters {
    private final InstantSource clock;

    Letters(InstantSource clock) {
        this.clock = clock;
    }

    sealed interface Reading {}

    record Ready(Words words) implements Reading {}

    /// @param kept files that are kept and go with the form when it is sent again
    record Wrong(Mistakes mistakes, HttpStatus status, List<UUID> kept) implements Reading {}

    Instant now() {
        return clock.instant();
    }

    /// @param needed whether words or files must be there
    /// @param others what the page itself found wrong
    Reading read(SignedInTenant who, Typed typed, boolean needed, Mistake... others) {
        List<Mistake> mistakes = new ArrayList<>(List.of(others));
        List<UUID> files = new ArrayList<>(typed.kept());
        if (needed && typed.text().isBlank() && files.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(new Mistake("message", "conversation.error.empty"));
        }
        Words words = new Words(typed.text(), files, typed.key());
        if (words.body().length() > Words.LONGEST) {
            mistakes.add(new Mistake("message", "conversation.error.long"));
        }
        return mistakes.isEmpty()
                ? new Ready(words)
                : new Wrong(new Mistakes(mistakes), HttpStatus.UNPROCESSABLE_CONTENT, files);
    }

    /// What a verb refused.
    static Wrong wrong(Ending ending, List<UUID> kept) {
        return switch (ending) {
            case Ending.TooMany many ->
                wrong("message", "conversation.error.often", HttpStatus.TOO_MANY_REQUESTS, kept);
            case Ending.UnknownFile file ->
                wrong("pieces", "conversation.error.file", HttpStatus.UNPROCESSABLE_CONTENT, List.of());
            case Ending.NotNow now -> wrong("message", "conversation.error.moved-on", HttpStatus.CONFLICT, kept);
            case Ending.NotFound gone -> wrong("message", "conversation.error.moved-on", HttpStatus.CONFLICT, kept);
            case Ending.Done done -> throw new IllegalArgumentException("nothing is wrong");
        };
    }

    private static Wrong wrong(String field, String textKey, HttpStatus status, List<UUID> kept) {
        return new Wrong(Mistakes.of(new Mistake(field, textKey)), status, kept);
    }
}
