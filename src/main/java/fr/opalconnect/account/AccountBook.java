package fr.opalconnect.account;

import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A whole rent account, from its first line to its last: what pages show a part of, and papers are made from.
///
/// @param notices   the newest first
/// @param lines     the oldest first, each with the balance after it
/// @param figuresAt from when the figures are; null before the first import
/// @param coming    what is on its way to it, the oldest first
public record AccountBook(
        List<RentNotice> notices,
        List<Line> lines,
        @Nullable Instant figuresAt,
        List<Coming> coming) {
    public AccountBook {
        notices = List.copyOf(notices);
        lines = List.copyOf(lines);
        coming = List.copyOf(coming);
    }

    /// All lines, debit less credit.
    public Money balance() {
        return lines.isEmpty() ? Money.ZERO : lines.getLast().balance();
    }

    /// The day on which the figures were true; null before the first import.
    public @Nullable LocalDate figuresOn() {
        return figuresAt == null ? null : figuresAt.atZone(Texts.ZONE).toLocalDate();
    }

    /// One year of it.
    ///
    /// @param year null, or one without lines, for the latest year that has some
    public Statement statement(@Nullable Integer year) {
        List<Integer> years = lines.reversed().stream()
                .map(line -> line.on().getYear())
                .distinct()
                .toList();
        int shown = year != null && years.contains(year) ? year : years.isEmpty() ? 0 : years.getFirst();
        List<Line> ofYear = lines.reversed().stream()
                .filter(line -> line.on().getYear() == shown)
                .toList();
        return new Statement(shown, years, ofYear, balance(), figuresAt, coming);
    }

    /// As Accueil shows it.
    public AccountOverview overview() {
        return new AccountOverview(
                balance(), notices.subList(0, Math.min(notices.size(), LedgerTable.NOTICES)), figuresAt, coming);
    }

    /// What each month asked and what became of it, the newest first.
    public List<Term> terms() {
        return new Terms(this).all();
    }

    /// @return null when no notice is of that month
    public @Nullable Term term(YearMonth month) {
        return terms().stream()
                .filter(term -> term.month().equals(month))
                .findFirst()
                .orElse(null);
    }

    /// The account between two days, both included.
    public Period period(LocalDate from, LocalDate until) {
        List<Line> inside = lines.stream()
                .filter(line -> !line.on().isBefore(from) && !line.on().isAfter(until))
                .toList();
        Money before = lines.stream()
                .filter(line -> line.on().isBefore(from))
                .reduce((earlier, later) -> later)
                .map(Line::balance)
                .orElse(Money.ZERO);
        return new Period(from, until, before, inside);
    }

    /// What moved between the notice before this one and this one: what its balance brought forward is made of.
    ///
    /// @return null when there is no notice before, or the two do not explain each other
    public @Nullable List<Line> sinceTheNoticeBefore(RentNotice notice) {
        RentNotice before = before(notice);
        if (before == null) {
            return null;
        }
        int first = lastOf(before) + 1;
        int last = firstOf(notice);
        if (first == 0 || last < first) {
            return null;
        }
        List<Line> moved = lines.subList(first, last);
        Money sum = moved.stream().map(Line::amount).reduce(before.netToPay(), Money::plus);
        return sum.equals(notice.broughtForward()) ? moved : null;
    }

    /// The notice before this one; null for the first.
    public @Nullable RentNotice before(RentNotice notice) {
        int at = notices.indexOf(notice);
        return at >= 0 && at + 1 < notices.size() ? notices.get(at + 1) : null;
    }

    private int firstOf(RentNotice notice) {
        return IntStream.range(0, lines.size())
                .filter(i -> notice.id().equals(lines.get(i).noticeId()))
                .findFirst()
                .orElse(-1);
    }

    private int lastOf(RentNotice notice) {
        return IntStream.range(0, lines.size())
                .filter(i -> notice.id().equals(lines.get(i).noticeId()))
                .max()
                .orElse(-1);
    }
}
