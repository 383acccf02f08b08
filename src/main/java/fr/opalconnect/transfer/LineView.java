package fr.opalconnect.transfer;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.tenancy.Search;
import fr.opalconnect.tenancy.SearchHit;
import fr.opalconnect.ui.Fact;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line.
///
/// @param mayBe the transfers that it may take back
/// @param typed what was looked for
/// @param found null while nothing was
/// @param done  the key of what was just done
record LineView(
        StatementDesk.Shown shown,
        List<Line.Step> steps,
        List<Line> mayBe,
        String typed,
        Search.@Nullable Found found,
        @Nullable String done,
        Mistakes mistakes) {
    Line line() {
        return shown.lines().getFirst();
    }

    String path(String act) {
        return StatementsView.path(line()) + act;
    }

    List<SearchHit> hits() {
        return found == null ? List.of() : found.hits();
    }

    boolean isOpen() {
        return line().state() == LineState.OPEN;
    }

    /// Money that came in may be somebody's; what was taken back cannot.
    boolean canBeMatched() {
        return isOpen() && line().amount().isPositive();
    }

    List<Fact> facts(Texts t) {
        Line line = line();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(t.say("transfer.line.booked"), t.longDay(line.bookedOn())));
        facts.add(new Fact(t.say("transfer.line.value"), t.longDay(line.valueOn())));
        add(facts, t.say("transfer.line.debtor"), line.debtor());
        add(facts, t.say("transfer.line.reference"), line.reference());
        add(facts, t.say("transfer.line.words"), line.words());
        add(facts, t.say("transfer.line.bank"), line.bankReference());
        facts.add(new Fact(t.say("transfer.line.kind"), t.say(line.kind().textKey())));
        if (line.transactions() > 1) {
            facts.add(new Fact(t.say("transfer.line.bundle"), Integer.toString(line.transactions())));
        }
        return facts;
    }

    /// `23/11/2026, 9 h 12 – Anne Caron – Affecté`
    String told(Texts t, Line.Step step) {
        ZonedDateTime at = step.at().atZone(Texts.ZONE);
        String who = step.actor().isEmpty() ? t.say("transfer.rule") : step.actor();
        LeaseNumber lease = step.lease();
        String what = t.say(step.to().textKey()) + (lease == null ? "" : " (" + lease.value() + ")");
        String when = t.shortDay(at.toLocalDate()) + ", " + t.time(at);
        return when + " – " + who + " – " + what + (step.reason() == null ? "" : " : " + step.reason());
    }

    private static void add(List<Fact> facts, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(label, value));
        }
    }
}
