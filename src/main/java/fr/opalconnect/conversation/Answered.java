package fr.opalconnect.conversation;

import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A short form as it was filled in.
///
/// @param choix   the code of a choice
/// @param ligne   the line besides
/// @param partage for the other holders of the lease too
record Answered(
        @Nullable String choix,
        @Nullable String ligne,
        @Nullable String partage) {
    /// Letters of the line.
    static final int LONGEST = 200;

    String line() {
        return ligne == null ? "" : ligne.strip();
    }

    /// What the agency reads. The questions stand there in French, whatever the page's language: they are for the
    /// agency.
    Words inWords(Asking asking, Words typed, TextBundles texts) {
        Texts french = texts.in(Locale.FRENCH);
        StringBuilder body = new StringBuilder();
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
