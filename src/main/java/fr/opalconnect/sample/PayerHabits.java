package fr.opalconnect.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;

/// Pays, month after month, the way its [Payer] does. Everything happens before the 23rd, ahead of the next notice.
final class PayerHabits {
    private static final long PLAN_FROM = 25_000;

    private final LeaseBook book;
    private final Payer payer;

    PayerHabits(LeaseBook book, Payer payer) {
        this.book = book;
        this.payer = payer;
    }

    /// Whether the debt is such that an adviser proposes a plan.
    boolean needsPlan() {
        return payer == Payer.FRAGILE && book.balance() > PLAN_FROM;
    }

    void pay(YearMonth month, Dice dice) {
        long owed = book.balance();
        if (owed <= 0) {
            return;
        }
        double luck = dice.share();
        switch (payer) {
            case REGULAR -> {
                if (luck < 0.006 && debited()) {
                    LocalDate back = returned(month, owed);
                    if (dice.chance(0.7)) {
                        book.pay(back.plusDays(5), owed, PaymentMethod.CARTE);
                    }
                } else {
                    book.pay(day(month, dice), owed, method());
                }
            }
            case LATE -> {
                if (luck < 0.7) {
                    book.pay(later(month, dice), owed, method());
                } else if (luck < 0.86) {
                    book.pay(later(month, dice), owed / 2, method());
                }
            }
            case FRAGILE -> {
                if (luck < 0.25 && debited()) {
                    returned(month, owed);
                } else if (luck < 0.8) {
                    long tens = Math.max(1, Math.round(owed * (0.4 + 0.6 * dice.share()) / 1000));
                    book.pay(later(month, dice), Math.min(owed, tens * 1000), method());
                }
            }
            case AHEAD -> {
                long rounded = Math.ceilDiv(owed, 1000) * 1000 + 1000L * dice.pick(java.util.List.of(0, 0, 2, 5));
                book.pay(day(month, dice), debited() ? owed : rounded, method());
            }
        }
    }

    /// Nothing is left open: the rest is paid, or paid back.
    void clear(YearMonth month, Dice dice) {
        long owed = book.balance();
        if (owed > 60_000 && payer == Payer.FRAGILE) {
            String fund = "Fonds de solidarité pour le logement";
            book.post(Nature.PAIEMENT, fund, later(month, dice), -owed);
        } else if (owed > 0) {
            book.pay(day(month, dice), owed, method());
        } else if (owed < 0) {
            book.post(Nature.REMBOURSEMENT, "Remboursement du trop-perçu", later(month, dice), -owed);
        }
    }

    private LocalDate returned(YearMonth month, long owed) {
        LocalDate on = bankDay(month.atDay(book.lease().dueDay()));
        String payment = book.pay(on, owed, PaymentMethod.PRELEVEMENT);
        LocalDate back = bankDay(on.plusDays(4));
        book.bounce(back, owed, payment);
        return back;
    }

    private LocalDate day(YearMonth month, Dice dice) {
        int due = book.lease().dueDay();
        return debited() ? bankDay(month.atDay(due)) : month.atDay(Math.max(2, due + dice.between(-4, 5)));
    }

    private LocalDate later(YearMonth month, Dice dice) {
        return bankDay(month.atDay(book.lease().dueDay() + dice.between(0, 9)));
    }

    private boolean debited() {
        return book.lease().method() == PaymentMethod.PRELEVEMENT;
    }

    private PaymentMethod method() {
        return book.lease().method();
    }

    /// Banks post nothing at the weekend.
    static LocalDate bankDay(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? day.plusDays(2)
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }
}
