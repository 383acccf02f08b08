package fr.opalconnect.conversation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Short ways to write something, for tests.
final class Said {
    private Said() {}

    static Words words(String body) {
        return new Words(body, List.of(), UUID.randomUUID());
    }

    static Draft message(String body, boolean shared) {
        return new Draft(Kind.MESSAGE, body, null, false, shared, words(body));
    }

    static Draft repair(@Nullable String trouble, boolean shared) {
        return new Draft(
                Kind.REPAIR, "Fuite sous l’évier", trouble, false, shared, words("L’eau coule depuis ce matin."));
    }

    static UUID id(Ending ending) {
        if (ending instanceof Ending.Done done) {
            return done.conversation();
        }
        throw new AssertionError("ended with " + ending);
    }
}
