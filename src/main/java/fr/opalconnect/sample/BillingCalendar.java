package fr.opalconnect.sample;

import java.time.LocalDate;
import java.time.YearMonth;

/// When the landlord issues rent notices, and which of them are in the package.
///
/// @param asOf   the day of the export
/// @param months how many billing runs the package goes back
/// @param early  whether the current month is billed as soon as its notice can fall due ahead of us. A landlord bills
///               around the 25th, so that for most of the month nothing lies ahead to be paid. The demo must have
///               something to pay on any day of the year: it bills on the 25th too, but the month we are in at the
///               latest today. Only the first four days are left to the notice of the month before, because that one
///               is still to be paid on the 5th.
record BillingCalendar(LocalDate asOf, int months, boolean early) {
    private static final int DEMO_DAY = 25;
    private static final int FIRST_DUE_DAY = 5;

    /// The month of the last billing run that happened.
    YearMonth current() {
        YearMonth month = YearMonth.from(asOf);
        boolean billed =
                early ? asOf.getDayOfMonth() >= FIRST_DUE_DAY : !issued(month).isAfter(asOf);
        return billed ? month : month.minusMonths(1);
    }

    /// The month of the first billing run in the package.
    YearMonth first() {
        return current().minusMonths(months - 1L);
    }

    /// The first day whose entries are in the package; what came before is one balance brought forward.
    LocalDate from() {
        return first().atDay(1);
    }

    LocalDate issued(YearMonth run) {
        if (early) {
            return isEarly(run) ? asOf : run.atDay(DEMO_DAY);
        }
        return run.atDay(DEMO_DAY + Math.floorMod(run.getYear() * 5 + run.getMonthValue() * 7, 4));
    }

    /// Whether this run was brought forward to today. Tomorrow it will have another date, and so other entries.
    boolean isEarly(YearMonth run) {
        return early && run.equals(YearMonth.from(asOf)) && asOf.getDayOfMonth() < DEMO_DAY;
    }

    static LocalDate due(YearMonth run, int day) {
        return run.plusMonths(1).atDay(day);
    }
}
