package fr.opalconnect.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/// The months of a cast lease. Each payment has a day that has passed on any day the demo may start: what is paid for
/// the notice before the current one is paid by the 5th, the day from which the current one may be issued.
final class CastStory {
    private final LeaseBook book;
    private final Tariff tariff;
    private final CastHabit habit;
    private final CastCharges charges;
    private final long finalBalance;
    private final YearMonth current;

    CastStory(LeaseBook book, Tariff tariff, CastHabit habit, CastCharges charges, long finalBalance) {
        this.book = book;
        this.tariff = tariff;
        this.habit = habit;
        this.charges = charges;
        this.finalBalance = finalBalance;
        this.current = book.calendar().current();
    }

    void tell() {
        YearMonth before = book.calendar().first().minusMonths(1);
        for (YearMonth run = before; !run.isAfter(current); run = run.plusMonths(1)) {
            long back = run.until(current, ChronoUnit.MONTHS);
            if (habit.leaves() && back < CastHabit.LEFT_AGO) {
                leave(run, back);
                continue;
            }
            if (!run.equals(before)) {
                pay(run, back + 1);
            }
            aheadOf(run);
            book.notice(run, tariff, 1, line -> {
                if (back == CastCharges.AGO) {
                    line.accept(Nature.REGULARISATION_CHARGES, charges.balance());
                }
            });
        }
        book.endOfStory();
    }

    /// @param back how many months ago the notice was issued that is being paid in this month; 1 is last month's
    private void pay(YearMonth month, long back) {
        long owed = book.balance();
        PaymentMethod method = book.lease().method();
        LocalDate day = month.atDay(3);
        switch (habit) {
            case ALL, LEFT -> book.pay(day, owed, method);
            case AHEAD -> {}
            case ONE_MONTH_IN_PART -> {
                if (back == 3) {
                    book.pay(day, owed * 64 / 100, method);
                } else {
                    book.pay(day, owed, method);
                }
            }
            case DEBIT_RETURNED -> {
                if (back == 1) {
                    // Just enough that the current notice leads to what the cast says.
                    long enough = owed + tariff.total(current, 1) - finalBalance;
                    book.pay(month.atDay(4), enough, PaymentMethod.CARTE);
                    return;
                }
                String payment = book.pay(month.atDay(5), owed, method);
                if (back == 2) {
                    book.bounce(month.atDay(9), owed, payment);
                }
            }
        }
    }

    /// The standing order is so rounded that the credit after the current notice is what the cast says.
    private void aheadOf(YearMonth run) {
        if (habit == CastHabit.AHEAD) {
            long called = tariff.total(run, 1);
            book.pay(
                    run.atDay(2),
                    book.balance() + called - finalBalance,
                    book.lease().method());
        }
    }

    /// After the end: the deposit comes back, the repairs cost more.
    private void leave(YearMonth month, long back) {
        if (back == CastHabit.LEFT_AGO - 2) {
            LocalDate day = month.atDay(10);
            long deposit = tariff.total(YearMonth.from(book.lease().starts()), 1);
            String repairs = Nature.REPARATIONS_LOCATIVES.label();
            book.post(Nature.REPARATIONS_LOCATIVES, repairs, day, finalBalance - book.balance() + deposit);
            book.post(Nature.DEPOT_GARANTIE, "Restitution du dépôt de garantie", day, -deposit);
        }
    }
}
