package fr.opalconnect.account;

import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// One month's rent term (terme), from the account's balance before it to the balance after it. Whatever the ERP sends,
/// `opening`, `movements` and `lines` together make `closing`.
///
/// @param dueOn     when it falls due
/// @param opening   the account's balance after the term before
/// @param movements what has happened since, besides this term's own lines, the oldest first
/// @param lines     of its notices, in the order of the paper
/// @param closing   the account's balance after its last line
public record RentTerm(
        YearMonth month,
        @Nullable LocalDate dueOn,
        Money opening,
        List<Line> movements,
        List<Line> lines,
        Money closing) {
    public RentTerm {
        movements = List.copyOf(movements);
        lines = List.copyOf(lines);
    }

    /// What changed in a kind of line from one term to the next.
    ///
    /// @param before null where the term before had no such line
    /// @param now    null where this term has none
    record Change(
            EntryKind kind,
            @Nullable Money before,
            @Nullable Money now) {
        Money difference() {
            return (now == null ? Money.ZERO : now).minus(before == null ? Money.ZERO : before);
        }
    }

    /// What this term asks, whatever came before.
    public Money total() {
        return sum(lines);
    }

    /// Rent, charges and all else that is asked.
    Money charged() {
        return sum(lines.stream().filter(line -> !line.amount().isNegative()).toList());
    }

    /// Benefit, reduction and all else that counts for the tenant; positive.
    Money granted() {
        return charged().minus(total());
    }

    /// Each kind once, in the order of the paper.
    SequencedMap<EntryKind, Money> byKind() {
        SequencedMap<EntryKind, Money> sums = new LinkedHashMap<>();
        lines.forEach(line -> sums.merge(line.kind(), line.amount(), Money::plus));
        return sums;
    }

    /// What differs from another term, in the order of the paper.
    List<Change> changesSince(RentTerm before) {
        Map<EntryKind, Money> then = before.byKind();
        Map<EntryKind, Money> now = byKind();
        SequencedSet<EntryKind> kinds = new LinkedHashSet<>(now.keySet());
        kinds.addAll(then.keySet());
        return kinds.stream()
                .map(kind -> new Change(kind, then.get(kind), now.get(kind)))
                .filter(change -> !change.difference().isZero())
                .toList();
    }

    /// The terms of an account, the oldest first.
    ///
    /// @param ledger every line of it, in the order of its running balance
    static List<RentTerm> of(List<Line> ledger) {
        SequencedMap<YearMonth, Integer> last = new LinkedHashMap<>();
        for (int i = 0; i < ledger.size(); i++) {
            YearMonth month = ledger.get(i).noticeOf();
            if (month != null) {
                last.remove(month);
                last.put(month, i);
            }
        }
        List<RentTerm> terms = new ArrayList<>();
        last.forEach((month, end) -> terms.add(of(ledger, month, end)));
        return terms;
    }

    private static RentTerm of(List<Line> ledger, YearMonth month, int end) {
        List<Line> own = ledger.subList(0, end + 1).stream()
                .filter(line -> month.equals(line.noticeOf()))
                .toList();
        int begin = ledger.indexOf(own.getFirst());
        while (begin > 0 && ledger.get(begin - 1).noticeOf() == null) {
            begin--;
        }
        Money opening = begin == 0 ? Money.ZERO : ledger.get(begin - 1).balance();
        List<Line> movements = ledger.subList(begin, end + 1).stream()
                .filter(line -> !month.equals(line.noticeOf()))
                .toList();
        return new RentTerm(
                month,
                own.getLast().noticeDue(),
                opening,
                movements,
                own,
                ledger.get(end).balance());
    }

    private static Money sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }
}
