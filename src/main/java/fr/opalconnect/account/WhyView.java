package fr.opalconnect.account;

import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.MonthBar;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What 'Pourquoi 412 € ?' shows.
///
/// @param terms all of the account, the oldest first
/// @param term  the one that is explained
/// @param now   whether one asks about what is owed now, and not about a month
record WhyView(AccountHistory history, List<RentTerm> terms, RentTerm term, boolean now, LocalDate today) {
    /// As many months as are compared.
    private static final int MONTHS = 6;

    WhyView {
        terms = List.copyOf(terms);
    }

    static String href(YearMonth month) {
        return WhyPage.PATH + "/" + month;
    }

    boolean isLatest() {
        return term.equals(terms.getLast());
    }

    /// What one asks about.
    Money asks() {
        return now ? amount() : term.total();
    }

    /// The month alone does not explain it: how one arrives there comes first.
    boolean pathFirst() {
        return !asks().equals(term.total());
    }

    /// What the account asked after this term; of the latest one, what it asks now.
    Money amount() {
        return isLatest() ? history.balance() : term.closing();
    }

    /// What has happened since the latest term.
    List<Line> since() {
        return isLatest() ? history.since(term) : List.of();
    }

    @Nullable
    RentTerm previous() {
        int index = terms.indexOf(term);
        return index == 0 ? null : terms.get(index - 1);
    }

    @Nullable
    RentTerm next() {
        return isLatest() ? null : terms.get(terms.indexOf(term) + 1);
    }

    List<Line> asked() {
        return term.lines().stream().filter(line -> !line.amount().isNegative()).toList();
    }

    List<Line> granted() {
        return term.lines().stream().filter(line -> line.amount().isNegative()).toList();
    }

    /// The terms that are compared, the oldest first: those up to this one, and later ones where there are too few.
    List<RentTerm> compared() {
        int index = terms.indexOf(term);
        int from = Math.max(0, index - MONTHS + 1);
        return terms.subList(from, Math.min(terms.size(), from + MONTHS));
    }

    List<MonthBar> bars() {
        return compared().stream()
                .map(each -> new MonthBar(
                        each.month(), each.charged(), each.total().isNegative() ? Money.ZERO : each.total()))
                .toList();
    }

    /// Every kind of line in the months compared, in the order of the paper.
    List<EntryKind> kinds() {
        SequencedSet<EntryKind> kinds = new LinkedHashSet<>();
        compared().reversed().forEach(each -> kinds.addAll(each.byKind().keySet()));
        return List.copyOf(kinds);
    }

    List<Benefit> benefits() {
        return Stream.of(Benefit.apl(history), Benefit.rls(history))
                .filter(Benefit::isKnown)
                .toList();
    }

    /// What a movement says besides its name: the payment that came back, else the ERP's own words.
    @Nullable
    String detail(Texts t, Line line) {
        Line reversed = line.reverses() == null ? null : history.find(line.reverses());
        if (reversed != null) {
            return t.say("account.why.path.reverses", t.money(unsigned(reversed.amount())), t.longDay(reversed.on()));
        }
        return line.says(t) ? line.label() : null;
    }

    /// What a line is and what it pays for; more where it goes the other way than usual.
    static String what(Texts t, Line line) {
        EntryKind kind = line.kind();
        boolean credit = line.amount().isNegative();
        String what = t.say(kind.whatKey());
        return switch (kind) {
            case REGULARISATION_CHARGES ->
                what + " " + t.say(credit ? "account.turn.charges-back" : "account.turn.charges-more");
            case DEPOT_GARANTIE -> what + (credit ? " " + t.say("account.turn.deposit-back") : "");
            case APL, APL_RAPPEL, RLS -> what + (credit ? "" : " " + t.say("account.turn.taken-back"));
            case PAIEMENT, PLAN_APUREMENT, SOLDE_ANTERIEUR, REMBOURSEMENT, AUTRE -> what;
            default -> what + (credit ? " " + t.say("account.turn.given-back") : "");
        };
    }

    /// `Loyer : 412,10 € au lieu de 400,00 €. Vous payez 12,10 € de plus.`
    static String changed(Texts t, RentTerm.Change change, YearMonth before) {
        String name = t.say(change.kind().textKey());
        Money then = change.before();
        Money now = change.now();
        String how;
        if (then == null) {
            how = t.say("account.change.new", name, t.money(unsigned(now)), t.month(before));
        } else if (now == null) {
            how = t.say("account.change.gone", name, t.money(unsigned(then)), t.month(before));
        } else {
            how = t.say("account.change.other", name, t.money(unsigned(now)), t.money(unsigned(then)));
        }
        return how + " " + t.say(more(change.difference()), t.money(unsigned(change.difference())));
    }

    /// `Vous payez … de plus`, or less
    static String more(Money difference) {
        return difference.isPositive() ? "account.change.more" : "account.change.less";
    }

    static Money unsigned(@Nullable Money amount) {
        if (amount == null) {
            return Money.ZERO;
        }
        return amount.isNegative() ? amount.negated() : amount;
    }
}
