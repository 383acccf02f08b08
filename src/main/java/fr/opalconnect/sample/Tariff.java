package fr.opalconnect.sample;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/// What a lease is charged each month: amounts of one year, from which those of the others follow.
///
/// @param baseYear the year in which the amounts are exactly these
/// @param amounts  in cents, without sign
record Tariff(int baseYear, Map<Nature, Long> amounts) {
    /// What rents were allowed to rise each January, 2021 first; afterwards the last one goes on.
    private static final double[] RISES = {0.0066, 0.0042, 0.035, 0.035, 0.0326, 0.0104, 0.012};
    private static final int FIRST_RISE = 2021;

    Tariff {
        amounts = new EnumMap<>(amounts);
    }

    /// The lines of one month in the order of a notice, debits positive.
    ///
    /// @param part of the month that is charged
    void lines(YearMonth month, double part, ObjLongConsumer<Nature> line) {
        amounts.forEach((nature, amount) -> {
            long whole = of(nature, amount, month.getYear());
            line.accept(nature, Math.round(isCredit(nature) ? -whole * part : whole * part));
        });
    }

    long total(YearMonth month, double part) {
        long[] sum = new long[1];
        lines(month, part, (nature, amount) -> sum[0] += amount);
        return sum[0];
    }

    private long of(Nature nature, long amount, int year) {
        if (year == baseYear) {
            return amount;
        }
        return switch (nature) {
            case LOYER, STATIONNEMENT -> Math.round(amount * index(year) / index(baseYear));
            case RLS, SLS -> amount;
            // Advances and benefits are set anew each January too, in round figures.
            default -> Math.round(amount * (1 + 0.015 * (year - baseYear)) / 10) * 10;
        };
    }

    private static boolean isCredit(Nature nature) {
        return nature == Nature.APL || nature == Nature.RLS;
    }

    private static double index(int year) {
        double index = 1;
        for (int y = FIRST_RISE; y <= year; y++) {
            index *= 1 + RISES[Math.min(y - FIRST_RISE, RISES.length - 1)];
        }
        return index;
    }
}
