package fr.opalconnect.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// One dwelling of the stock with the people in it: those who live there, sometimes with a car park, sometimes those
/// who
/// left before them.
final class Household {
    private static final int TURNOVER_MONTHS = 24;

    private final Recipe recipe;
    private final BillingCalendar calendar;
    private final OpenPackage out;
    private final Estate estate;
    private final int slot;
    private final Dice dice;

    Household(Recipe recipe, BillingCalendar calendar, OpenPackage out, Estate estate, int slot) {
        this.recipe = recipe;
        this.calendar = calendar;
        this.out = out;
        this.estate = estate;
        this.slot = slot;
        this.dice = Dice.of(recipe.seed(), Dice.Topic.HOUSEHOLD, slot);
    }

    /// @param room how many leases may still be made
    /// @return how many were made
    int moveIn(int room) {
        Estate.Kind kind = Estate.Kind.draw(dice);
        int surface = 100 * dice.between(kind.smallest, kind.largest) + 10 * dice.between(0, 9);
        Tariff tariff = Rents.dwelling(estate, kind, surface, dice);
        int what = dice.weighted(87, 8, 5);
        Row.Dwelling dwelling = estate.dwelling(slot % Estate.SIZE, kind, surface);
        out.put(dwelling);
        if (what == 2) {
            return turnover(dwelling.number(), tariff, room);
        }
        LocalDate starts = longAgo();
        String tenant = people(0, number(0), starts, null, dwelling.number(), tariff);
        if (what == 1 && room > 1) {
            parking(tenant, starts);
            return 2;
        }
        return 1;
    }

    /// Every second year someone leaves here and someone else comes; these are the last two. The day is known before
    /// it comes, so a lease may already end this month, and the next one begin in the next.
    private int turnover(String dwelling, Tariff tariff, int room) {
        int phase = dice.between(0, TURNOVER_MONTHS - 1);
        int firstDay = dice.chance(0.7) ? 1 : 15;
        int lastDay = dice.between(10, 28);
        YearMonth left = YearMonth.from(calendar.asOf());
        while (Math.floorMod(left.getYear() * 12 + left.getMonthValue() + phase, TURNOVER_MONTHS) != 0) {
            left = left.minusMonths(1);
        }
        int generation = (left.getYear() * 12 + left.getMonthValue() + phase) / TURNOVER_MONTHS % 3;
        LocalDate came = left.minusMonths(TURNOVER_MONTHS - 1).atDay(firstDay);
        people(generation, number(generation), came, left.atDay(lastDay), dwelling, tariff);
        if (room == 1) {
            return 1;
        }
        int next = (generation + 1) % 3;
        people(next, number(next), left.plusMonths(1).atDay(firstDay), null, dwelling, tariff);
        return 2;
    }

    private void parking(String tenant, LocalDate starts) {
        boolean garage = dice.chance(0.3);
        Row.Dwelling place = estate.parking(slot % Estate.SIZE, garage);
        out.put(place);
        boolean inAdvance = dice.chance(0.8);
        Row.Lease lease =
                new Row.Lease("B" + tenant + "-2", place.number(), starts, null, inAdvance, dueDay(dice), method(dice));
        lease(lease, Rents.parking(garage, dice), 9, false);
        out.put(new Row.Holder(lease.number(), tenant, "TITULAIRE"));
    }

    private String people(
            int generation, int first, LocalDate starts, @Nullable LocalDate ends, String dwelling, Tariff tariff) {
        Dice drawn = Dice.of(recipe.seed(), Dice.Topic.PERSON, first);
        Row.Tenant holder = People.tenant(name(first), null, drawn);
        Row.Lease lease = new Row.Lease(
                "B" + holder.number() + "-1", dwelling, starts, ends, false, dueDay(drawn), method(drawn));
        Night night = lease(lease, tariff, generation, true);
        int holders = 1 + drawn.weighted(66, 31, 3);
        for (int i = 0; i < holders; i++) {
            Row.Tenant tenant = i == 0
                    ? holder
                    : People.tenant(name(first + i), drawn.chance(0.7) ? holder.lastName() : null, drawn);
            Row.Tenant tonight = night.tenant(tenant);
            out.put(tonight, !tonight.equals(tenant));
            String role = i == 0 ? "TITULAIRE" : i == 1 ? "COTITULAIRE" : "OCCUPANT";
            out.put(new Row.Holder(lease.number(), tenant.number(), role));
        }
        return holder.number();
    }

    private Night lease(Row.Lease lease, Tariff tariff, int part, boolean dwelling) {
        long key = slot * 10L + part;
        Night night = new Night(recipe, key);
        Row.Lease tonight = night.lease(lease, calendar.asOf());
        out.put(tonight, !tonight.equals(lease));
        LeaseBook book = new LeaseBook(out, lease, calendar, night);
        new LeaseLife(recipe.seed(), key, book, tariff, estate.chargesMonth(), dwelling).live();
        new Papers(out, lease, calendar).file();
        return night;
    }

    /// Between two and thirty years before any package.
    private LocalDate longAgo() {
        LocalDate starts = LocalDate.of(2023, 12, 1).minusMonths((long) (360 * Math.pow(dice.share(), 1.6)));
        while (!starts.isBefore(calendar.from())) {
            starts = starts.minusYears(2);
        }
        return starts;
    }

    private static int dueDay(Dice dice) {
        return dice.chance(0.72) ? 5 : 10;
    }

    private static PaymentMethod method(Dice dice) {
        return PaymentMethod.draw(dice);
    }

    private int number(int generation) {
        return 100_000 + slot * 10 + generation * 3;
    }

    private static String name(int number) {
        return "%07d".formatted(number);
    }
}
