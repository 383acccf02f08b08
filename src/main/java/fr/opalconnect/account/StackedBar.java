package fr.opalconnect.account;

import fr.opalconnect.kernel.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// Parts of a sum, one beside the other.
record StackedBar(List<Part> parts) {
    static final int WIDTH = 600;
    static final int HEIGHT = 40;

    /// A sum that is not nought can still be seen.
    private static final double LEAST = 8;

    /// @param x     from the left
    /// @param width never less than [#LEAST]
    record Part(Slice slice, double x, double width) {
        String left() {
            return number(x);
        }

        String across() {
            return number(width);
        }
    }

    StackedBar {
        parts = List.copyOf(parts);
    }

    /// What a term asks.
    static StackedBar asked(RentTerm term) {
        SequencedMap<Slice, Money> sums = new LinkedHashMap<>();
        term.lines().stream()
                .filter(line -> line.amount().isPositive())
                .forEach(line -> sums.merge(Slice.of(line.kind(), false), line.amount(), Money::plus));
        return of(sums, scale(term));
    }

    /// Who pays it: benefit, reduction, and what is left to the tenant.
    static StackedBar paid(RentTerm term) {
        SequencedMap<Slice, Money> sums = new LinkedHashMap<>();
        if (term.total().isPositive()) {
            sums.put(Slice.YOURS, term.total());
        }
        term.lines().stream()
                .filter(line -> line.amount().isNegative())
                .forEach(line ->
                        sums.merge(Slice.of(line.kind(), true), line.amount().negated(), Money::plus));
        return of(sums, scale(term));
    }

    /// Both bars of a term have one scale: the longer one is as wide as the picture.
    private static long scale(RentTerm term) {
        return Math.max(term.charged().cents(), term.granted().cents());
    }

    private static StackedBar of(SequencedMap<Slice, Money> sums, long scale) {
        List<Part> parts = new ArrayList<>();
        double most = sums.values().stream().mapToLong(Money::cents).max().orElse(0);
        double lent = sums.values().stream()
                .mapToDouble(sum -> LEAST - Math.min(LEAST, length(sum, scale)))
                .sum();
        double x = 0;
        for (var each : sums.entrySet()) {
            double width = Math.max(LEAST, length(each.getValue(), scale));
            if (each.getValue().cents() == most) {
                // What the smallest need more, the largest gives.
                width = Math.max(LEAST, width - lent);
                lent = 0;
            }
            parts.add(new Part(each.getKey(), x, width));
            x += width;
        }
        return new StackedBar(parts);
    }

    private static double length(Money sum, long scale) {
        return scale <= 0 ? 0 : (double) WIDTH * sum.cents() / scale;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
