package fr.opalconnect.account;

import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a rent account has had of a benefit: how much a month from when to when, and what came besides.
///
/// @param kind    APL or RLS
/// @param spans   the newest first
/// @param backPay what was granted or taken back for another month, or outside the notices; the newest first
record Benefit(EntryKind kind, List<Span> spans, List<Line> backPay) {
    /// Months in a row with the same amount.
    ///
    /// @param amount a month; zero where there was none, negative where it was taken back
    record Span(YearMonth from, YearMonth to, Money amount) {
        boolean isOneMonth() {
            return from.equals(to);
        }
    }

    Benefit {
        spans = List.copyOf(spans);
        backPay = List.copyOf(backPay);
    }

    static Benefit apl(AccountHistory history) {
        return of(EntryKind.APL, Set.of(EntryKind.APL, EntryKind.APL_RAPPEL), history);
    }

    static Benefit rls(AccountHistory history) {
        return of(EntryKind.RLS, Set.of(EntryKind.RLS), history);
    }

    /// Whether the account knows it at all.
    boolean isKnown() {
        return spans.stream().anyMatch(span -> !span.amount().isZero()) || !backPay.isEmpty();
    }

    private static Benefit of(EntryKind kind, Set<EntryKind> all, AccountHistory history) {
        List<Span> spans = new ArrayList<>();
        for (RentTerm term : history.terms()) {
            Money amount = term.lines().stream()
                    .filter(line -> isMonthly(line, kind))
                    .map(line -> line.amount().negated())
                    .reduce(Money.ZERO, Money::plus);
            Span last = spans.isEmpty() ? null : spans.getLast();
            if (last != null && last.amount().equals(amount)) {
                spans.set(spans.size() - 1, new Span(last.from(), term.month(), amount));
            } else if (last != null || !amount.isZero()) {
                spans.add(new Span(term.month(), term.month(), amount));
            }
        }
        List<Line> backPay = history.lines().stream()
                .filter(line -> all.contains(line.kind()) && !isMonthly(line, kind))
                .toList();
        return new Benefit(kind, spans.reversed(), backPay.reversed());
    }

    private static boolean isMonthly(Line line, EntryKind kind) {
        return line.kind() == kind && line.noticeOf() != null && line.otherMonth() == null;
    }
}
