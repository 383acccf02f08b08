package fr.opalconnect.app;

import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import org.jspecify.annotations.Nullable;

/// The page where a code is typed.
///
/// @param typed  kept in its field
/// @param answer null before anything was typed
record CheckDeskView(String typed, CheckCode.@Nullable Answer answer) {
    @Nullable
    FindingView finding() {
        return answer instanceof CheckCode.Answer.Found found ? new FindingView(found) : null;
    }

    Mistakes mistakes() {
        return switch (answer) {
            case null -> Mistakes.NONE;
            case CheckCode.Answer.Found _ -> Mistakes.NONE;
            case CheckCode.Answer.Misread _ -> Mistakes.of(new Mistake("code", "app.desk.check.misread"));
            case CheckCode.Answer.NoCode _ -> Mistakes.of(new Mistake("code", "app.desk.check.no-code"));
        };
    }
}
