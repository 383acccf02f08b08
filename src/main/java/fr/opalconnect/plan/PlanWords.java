package fr.opalconnect.plan;

import fr.opalconnect.conversation.Words;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is said of a plan in its conversation, in the language that both sides share: French.
@Component
class PlanWords {
    private final Texts french;

    PlanWords(TextBundles texts) {
        this.french = texts.in(Locale.FRENCH);
    }

    String subject() {
        return french.say("conversation.kind.repayment-plan");
    }

    /// `412,37 € en 6 mois : 5 fois 68,73 €, puis 68,72 €, du 10 janvier 2027 au 10 juin 2027`
    String terms(List<Terms.Part> parts) {
        return PlanText.terms(french, parts);
    }

    Words words(UUID key, String body, @Nullable String added) {
        String more = added == null || added.isBlank() ? "" : "\n\n" + added.strip();
        return new Words(body + more, List.of(), key);
    }

    String say(String key, Object... values) {
        return french.say(key, values);
    }
}
