package fr.opalconnect.document;

import fr.opalconnect.account.Term;
import fr.opalconnect.account.Term.Received;
import fr.opalconnect.ui.Fact;
import fr.opalconnect.ui.Texts;
import java.util.ArrayList;
import java.util.List;

/// What a quittance says of a settled term, and a receipt of one that is paid in part.
record TermSheet(PaperFacts facts, Term term) {
    String title(Texts t) {
        return t.say(term.isSettled() ? "document.paper.quittance" : "document.paper.part", t.month(term.month()));
    }

    List<Share> shares() {
        return Share.of(term.lines());
    }

    List<Fact> references(Texts t) {
        List<Fact> all = new ArrayList<>(facts.references(t));
        all.add(new Fact(t.say("document.paper.home"), facts.address()));
        all.add(new Fact(t.say("document.paper.term"), t.month(term.month())));
        return all;
    }

    /// What a line of what was received is called.
    static String what(Texts t, Received received) {
        return t.say(
                received.kind() == null
                        ? "document.paper.advance"
                        : received.kind().textKey());
    }
}
