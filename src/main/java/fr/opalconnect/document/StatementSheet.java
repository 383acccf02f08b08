package fr.opalconnect.document;

import fr.opalconnect.account.Period;
import fr.opalconnect.ui.Texts;

/// What the statement of a period says (relevé de compte).
///
/// @param period ends on the day of the figures at the latest
record StatementSheet(PaperFacts facts, Period period) {
    String title(Texts t) {
        return t.say(
                "document.paper.statement",
                Texts.unbroken(t.longDay(period.from())),
                Texts.unbroken(t.longDay(period.until())));
    }
}
