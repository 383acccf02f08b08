package fr.opalconnect.sample;

import java.time.LocalDate;
import java.time.YearMonth;

/// The months of an invented lease, one after the other: what was called is paid or not, then the next notice comes.
///
/// Once in twelve months everything is settled. So each month can be told from the last settlement on, and packages of
/// different days tell the same past without going back to the first day of the lease.
final class LeaseLife {
    private static final int CYCLE = 12;

    private final long seed;
    private final long key;
    private final LeaseBook book;
    private final Tariff tariff;
    private final int chargesMonth;
    private final int phase;
    private final PayerHabits habits;
    private final Ending ending;
    private final boolean dwelling;
    private long planned;
    private long instalment;

    LeaseLife(long seed, long key, LeaseBook book, Tariff tariff, int chargesMonth, boolean dwelling) {
        this.seed = seed;
        this.key = key;
        this.book = book;
        this.tariff = tariff;
        this.chargesMonth = chargesMonth;
        this.dwelling = dwelling;
        Dice dice = Dice.of(seed, Dice.Topic.LEASE, key);
        this.phase = dice.between(0, CYCLE - 1);
        this.habits = new PayerHabits(book, Payer.draw(dice));
        this.ending = new Ending(book, tariff, dice);
    }

    void live() {
        BillingCalendar calendar = book.calendar();
        YearMonth last = calendar.current();
        YearMonth end = YearMonth.from(calendar.asOf());
        for (YearMonth month = beginning(); !month.isAfter(end); month = month.plusMonths(1)) {
            Dice dice = Dice.of(seed, Dice.Topic.PAYMENT, key, number(month));
            if (ending.isOver(month)) {
                ending.settle(month, habits, dice);
            } else {
                settle(month, dice);
            }
            if (!month.isAfter(last) && !ending.isOver(month)) {
                issue(month);
            }
        }
        book.endOfStory();
    }

    /// The first month that must be told: that of the last settlement before the package, or the first of the lease.
    private YearMonth beginning() {
        YearMonth from = ending.atMost(book.calendar().first());
        while (!isSettlement(from)) {
            from = from.minusMonths(1);
        }
        LocalDate starts = book.lease().starts();
        if (YearMonth.from(starts).isBefore(from)) {
            return from;
        }
        moveIn(starts);
        return YearMonth.from(starts);
    }

    private void moveIn(LocalDate day) {
        long deposit = tariff.total(YearMonth.from(day), 1);
        if (dwelling && deposit > 0) {
            book.post(Nature.DEPOT_GARANTIE, Nature.DEPOT_GARANTIE.label(), day, deposit);
            book.pay(day, deposit, PaymentMethod.CHEQUE);
        }
    }

    private void settle(YearMonth month, Dice dice) {
        if (isSettlement(month)) {
            habits.clear(month, dice);
            planned = 0;
            return;
        }
        boolean mayPlan = monthsSinceSettlement(month) == CYCLE / 2;
        if (mayPlan && habits.needsPlan()) {
            planned = book.balance();
            instalment = Math.ceilDiv(planned, CYCLE / 2 - 1);
            book.post(Nature.PLAN_APUREMENT, Nature.PLAN_APUREMENT.label(), month.atDay(4), -planned);
        }
        habits.pay(month, dice);
    }

    private void issue(YearMonth run) {
        Dice dice = Dice.of(seed, Dice.Topic.TERM, key, number(run));
        long part = Math.min(planned, instalment);
        planned -= part;
        book.notice(run, tariff, ending.shareOf(run), line -> {
            line.accept(Nature.ECHEANCE_PLAN, part);
            if (!dwelling) {
                return;
            }
            if (run.getMonthValue() == chargesMonth) {
                line.accept(Nature.REGULARISATION_CHARGES, dice.between(-14_000, 19_000));
            }
            if (dice.chance(0.006)) {
                line.accept(Nature.APL_RAPPEL, -100L * dice.between(18, 240));
            }
            if (run.getMonthValue() == 3 && dice.chance(0.012)) {
                line.accept(Nature.PENALITE, 762);
            }
        });
    }

    private boolean isSettlement(YearMonth month) {
        return monthsSinceSettlement(month) == 0;
    }

    private int monthsSinceSettlement(YearMonth month) {
        return Math.floorMod(number(month) + phase, CYCLE);
    }

    private static long number(YearMonth month) {
        return month.getYear() * 12L + month.getMonthValue();
    }
}
