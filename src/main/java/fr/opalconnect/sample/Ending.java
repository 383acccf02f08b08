package fr.opalconnect.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// How a lease ends: the last term in part, then the deposit against the repairs, and what is left is paid, paid back,
/// or stays open.
final class Ending {
    private final LeaseBook book;
    private final @Nullable LocalDate day;
    private final Tariff tariff;
    private final boolean repairs;
    private final boolean paysInTheEnd;
    private final int repairShare;

    Ending(LeaseBook book, Tariff tariff, Dice dice) {
        this.book = book;
        this.tariff = tariff;
        LocalDate ends = book.lease().ends();
        this.day = ends;
        this.repairs = dice.chance(0.45);
        this.repairShare = dice.between(20, 190);
        this.paysInTheEnd = dice.chance(0.5);
    }

    /// Whether the keys were given back before this month.
    boolean isOver(YearMonth month) {
        return day != null && month.isAfter(YearMonth.from(day));
    }

    /// This month, or that of the end when it came first.
    YearMonth atMost(YearMonth month) {
        return isOver(month) && day != null ? YearMonth.from(day) : month;
    }

    /// The part of a month that the lease covers: the first and the last are charged by the day.
    double shareOf(YearMonth run) {
        YearMonth month = book.lease().inAdvance() ? run.plusMonths(1) : run;
        LocalDate starts = book.lease().starts();
        int first = YearMonth.from(starts).equals(month) ? starts.getDayOfMonth() : 1;
        int last = day != null && YearMonth.from(day).equals(month) ? day.getDayOfMonth() : month.lengthOfMonth();
        return (last - first + 1.0) / month.lengthOfMonth();
    }

    /// The months after the end.
    void settle(YearMonth month, PayerHabits habits, Dice dice) {
        if (day == null) {
            return;
        }
        long since = YearMonth.from(day).until(month, java.time.temporal.ChronoUnit.MONTHS);
        if (since == 1) {
            habits.pay(month, dice);
        } else if (since == 2) {
            closeAccount(month);
        } else if (since == 4 && paysInTheEnd) {
            habits.clear(month, dice);
        }
    }

    private void closeAccount(YearMonth month) {
        long deposit = tariff.total(YearMonth.from(book.lease().starts()), 1);
        if (repairs) {
            long amount = deposit * repairShare / 100;
            book.post(Nature.REPARATIONS_LOCATIVES, Nature.REPARATIONS_LOCATIVES.label(), month.atDay(9), amount);
        }
        book.post(Nature.DEPOT_GARANTIE, "Restitution du dépôt de garantie", month.atDay(9), -deposit);
        if (book.balance() < 0) {
            book.post(Nature.REMBOURSEMENT, "Remboursement du solde de tout compte", month.atDay(20), -book.balance());
        }
    }
}
