package fr.opalconnect.sample;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/// What the year's service charges came to for a lease of the cast, against what was advanced.
///
/// @param over what each theme cost more than was advanced for it, in cents; negative is less
record CastCharges(Map<Nature, Long> over) {
    /// How many months ago the notice was issued that bears the balance; it is long paid.
    static final int AGO = 2;

    private static final CastCharges NONE = new CastCharges(Map.of());

    CastCharges {
        over = Map.copyOf(over);
    }

    static CastCharges of(CastLease lease) {
        return switch (lease) {
            // A cold winter.
            case NADIA ->
                new CastCharges(Map.of(Nature.EAU, 1_240L, Nature.CHAUFFAGE, 4_480L, Nature.ENTRETIEN, -360L));
            // One of three children has moved out.
            case MARCHAND ->
                new CastCharges(Map.of(Nature.EAU, -5_230L, Nature.CHAUFFAGE, -8_190L, Nature.ENTRETIEN, 580L));
            default -> NONE;
        };
    }

    /// What is to be paid, or given back when negative.
    long balance() {
        return over.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The statement of the year before that notice, by theme.
    void settle(OpenPackage out, Row.Lease lease, Tariff tariff, BillingCalendar calendar) {
        if (over.isEmpty()) {
            return;
        }
        int year = calendar.current().minusMonths(AGO).getYear() - 1;
        Map<Nature, Long> advanced = new EnumMap<>(Nature.class);
        IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month))
                .forEach(month -> tariff.lines(month, 1, (nature, amount) -> {
                    if (nature.isAdvance()) {
                        advanced.merge(nature, amount, Long::sum);
                    }
                }));
        advanced.forEach((theme, amount) ->
                out.put(new Row.Charges(lease.number(), year, theme, amount + over.getOrDefault(theme, 0L), amount)));
    }
}
