package fr.opalconnect.office;

import fr.opalconnect.conversation.Desk;
import fr.opalconnect.conversation.Ending;
import fr.opalconnect.conversation.Words;
import fr.opalconnect.kernel.SignedInStaff;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Answers several conversations with one template, each with its own tenant's facts.
@Component
class SeveralAnswers {
    private final Desk desk;
    private final CaseBoard cases;
    private final Filling filling;

    SeveralAnswers(Desk desk, CaseBoard cases, Filling filling) {
        this.desk = desk;
        this.cases = cases;
        this.filling = filling;
    }

    /// @param key of the form
    /// @return one ending each; what would have a hole in it is not sent
    List<Ending> send(SignedInStaff who, List<UUID> ids, @Nullable UUID template, UUID key) {
        return ids.stream().map(id -> send(who, id, template, key)).toList();
    }

    private Ending send(SignedInStaff who, UUID id, @Nullable UUID template, UUID key) {
        CaseView opened = cases.open(who, id, CaseForms.fresh());
        String words = opened == null ? null : filling.words(opened, template);
        if (opened == null || words == null) {
            return new Ending.NotFound();
        }
        if (Placeholder.openIn(words) != null) {
            return new Ending.NotNow(opened.head().state());
        }
        UUID own = UUID.nameUUIDFromBytes((key + "/" + id).getBytes(StandardCharsets.UTF_8));
        return desk.answer(who, id, new Words(words, List.of(), own), null);
    }
}
