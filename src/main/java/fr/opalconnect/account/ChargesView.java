package fr.opalconnect.account;

import fr.opalconnect.account.ChargesTable.Stated;
import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What 'Mes charges' shows.
///
/// @param shown the year that is looked at; null where there is none at all
record ChargesView(
        AccountHistory history,
        List<ChargesYear> years,
        @Nullable ChargesYear shown,
        LocalDate today) {
    private static final int WIDTH = 600;

    ChargesView {
        years = List.copyOf(years);
    }

    /// Whether what was to be paid has been: payments settle the oldest debt first, so it has when no more is owed than
    /// what later terms ask.
    boolean isPaid() {
        Line posted = shown == null ? null : shown.posted();
        YearMonth of = posted == null ? null : posted.noticeOf();
        if (of == null) {
            return false;
        }
        Money later = history.terms().stream()
                .filter(term -> term.month().isAfter(of))
                .map(RentTerm::total)
                .filter(Money::isPositive)
                .reduce(Money.ZERO, Money::plus);
        return history.balance().compareTo(later) <= 0;
    }

    /// How long a theme's bars are: the longest of the year is as wide as the picture.
    static String across(ChargesYear year, Money amount) {
        long most = year.themes().stream()
                .map(ChargesYear.Theme::stated)
                .mapToLong(stated -> stated == null
                        ? 0
                        : Math.max(stated.spent().cents(), stated.advanced().cents()))
                .max()
                .orElse(0);
        double width = most == 0 ? 0 : Math.max(2, (double) WIDTH * amount.cents() / most);
        return String.format(Locale.ROOT, "%.1f", amount.isZero() ? 0 : width);
    }

    /// `12,40 € de plus que l’avance`
    static String compared(Texts t, Stated stated) {
        Money difference = stated.spent().minus(stated.advanced());
        return difference.isZero()
                ? t.say("account.charges.even")
                : t.say(
                        difference.isPositive() ? "account.charges.over" : "account.charges.under",
                        t.money(WhyView.unsigned(difference)));
    }
}
