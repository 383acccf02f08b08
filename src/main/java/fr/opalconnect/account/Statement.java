package fr.opalconnect.account;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One year of a rent account, the newest line first.
///
/// @param year    the year shown
/// @param years   all years that have lines, the newest first
/// @param balance of the whole account, today
/// @param coming  what is on its way to it and not in the balance yet, the oldest first
public record Statement(
        int year,
        List<Integer> years,
        List<Line> lines,
        Money balance,
        @Nullable Instant figuresAt,
        List<Coming> coming) {
    public Statement {
        coming = List.copyOf(coming);
        years = List.copyOf(years);
        lines = List.copyOf(lines);
    }

    /// One entry.
    ///
    /// @param label     the ERP's own words
    /// @param amount    positive when the tenant owes it, negative when it counts for the tenant
    /// @param balance   the account's balance after this entry
    /// @param noticeId  the notice that it stands on, or null
    /// @param noticeDue when that notice falls due
    /// @param noticeOf  the month that the notice is for
    /// @param term      the month that the entry is about, or null
    /// @param reverses  the entry that it takes back, or null
    public record Line(
            String id,
            EntryKind kind,
            String label,
            LocalDate on,
            Money amount,
            Money balance,
            @Nullable String noticeId,
            @Nullable LocalDate noticeDue,
            @Nullable YearMonth noticeOf,
            @Nullable YearMonth term,
            @Nullable String reverses) {
        /// Whether the ERP's label says more than the plain words beside it.
        public boolean says(Texts t) {
            return !label.isBlank() && !label.equalsIgnoreCase(t.say(kind.textKey()));
        }

        /// `Chauffage (provision) : 48,00 €, avis d’échéance de novembre 2026 (écriture 0048213-1)`, for who answers a
        /// question about it.
        public String quote(Texts t) {
            String name = t.say(kind.textKey()) + (says(t) ? " – " + label : "");
            return noticeOf == null
                    ? t.say("account.quote.day", name, t.money(amount), t.longDay(on), id)
                    : t.say("account.quote.notice", name, t.money(amount), t.month(noticeOf), id);
        }

        /// The month that it is about where that is not its notice's: back-pay, or a correction.
        @Nullable
        YearMonth otherMonth() {
            return noticeOf == null || noticeOf.equals(term) ? null : term;
        }
    }

    /// Lines that belong together: the lines of one notice, or one line that stands by itself; the newest first.
    public record Block(List<Line> lines) {
        public Line first() {
            return lines.getFirst();
        }

        /// The lines in the order in which the notice prints them.
        public List<Line> asPrinted() {
            return lines.reversed();
        }

        /// The account's balance after the whole block.
        public Money balance() {
            return first().balance();
        }

        public boolean isNotice() {
            return first().noticeId() != null;
        }

        /// The month whose papers stand beside this notice: its last one has them.
        ///
        /// @return null beside its other notices, and beside what is no notice
        public @Nullable Term termIn(List<Term> terms) {
            return terms.stream()
                    .filter(term -> term.notices().getFirst().id().equals(first().noticeId()))
                    .findFirst()
                    .orElse(null);
        }

        public Money total() {
            return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
        }
    }

    /// One month as it is shown.
    public record Month(YearMonth month, List<Block> blocks) {}

    /// The lines by month and, inside a month, by notice.
    public List<Month> months() {
        List<Month> months = new ArrayList<>();
        for (Line line : lines) {
            YearMonth month = YearMonth.from(line.on());
            if (months.isEmpty() || !months.getLast().month().equals(month)) {
                months.add(new Month(month, new ArrayList<>()));
            }
            addTo(months.getLast().blocks(), line);
        }
        return months;
    }

    private static void addTo(List<Block> blocks, Line line) {
        boolean goesOn = !blocks.isEmpty()
                && line.noticeId() != null
                && line.noticeId().equals(blocks.getLast().first().noticeId());
        if (goesOn) {
            blocks.getLast().lines().add(line);
        } else {
            blocks.add(new Block(new ArrayList<>(List.of(line))));
        }
    }
}
