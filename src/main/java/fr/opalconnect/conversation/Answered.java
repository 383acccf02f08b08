package fr.opalconnect.conversation;

import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A short form as it was filled in.
///
/// @param choix   the code of a choice
/// @param ligne   the line besides
/// @param partage for the other holders of the lease too
/// @param ecriture the line of the account that one asks about, by its id
record Answered(
        @Nullable String choix,
        @Nullable String ligne,
        @Nullable String partage,
        @Nullable String ecriture) {
    /// Letters of the line.
    static final int LONGEST = 200;

    String line() {
        return ligne == null ? "" : ligne.strip();
    }

    Mistake[] mistakes(Asking asking, Typed typed) {
        List<Mistake> mistakes = new ArrayList<>();
        if (!asking.choices().isEmpty() && !asking.offers(choix)) {
            mistakes.add(new Mistake("choix", "conversation.error.choice"));
        }
        if (asking.needsLine() && line().isEmpty()) {
            mistakes.add(new Mistake("ligne", "conversation.error.line"));
        }
        if (line().length() > LONGEST) {
            mistakes.add(new Mistake("ligne", "conversation.error.line-long"));
        }
        if (asking.needsWords() && typed.text().isBlank()) {
            mistakes.add(new Mistake("message", "conversation.error.words"));
        }
        return mistakes.toArray(Mistake[]::new);
    }

    /// What the agency reads. The questions stand there in French, whatever the page's language: they are for the
    /// agency.
    ///
    /// @param about the line of the account that is quoted, or null
    Words inWords(Asking asking, @Nullable Line about, Words typed, Texts french) {
        StringBuilder body = new StringBuilder();
        if (about != null) {
            body.append("« ").append(about.quote(french)).append(" »\n");
        }
        if (choix != null && asking.offers(choix)) {
            body.append(french.say(asking.textKey("choice")))
                    .append(' ')
                    .append(french.say(asking.textKey(choix)))
                    .append('\n');
        }
        if (asking.hasLine() && !line().isEmpty()) {
            body.append(french.say(asking.textKey("line")))
                    .append(' ')
                    .append(line())
                    .append('\n');
        }
        if (!typed.body().isEmpty()) {
            body.append(body.isEmpty() ? "" : "\n").append(typed.body());
        }
        return new Words(body.toString(), typed.attachments(), typed.key());
    }
}
