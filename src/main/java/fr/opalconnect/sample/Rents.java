package fr.opalconnect.sample;

import java.util.EnumMap;
import java.util.Map;

/// What an invented lease is charged.
final class Rents {
    private static final int BASE_YEAR = 2024;
    private static final long LEAST_NET = 2_500;

    private Rents() {}

    static Tariff dwelling(Estate estate, Estate.Kind kind, int surface, Dice dice) {
        Map<Nature, Long> amounts = new EnumMap<>(Nature.class);
        double metres = surface / 100.0;
        double smallIsDear = kind == Estate.Kind.T1 ? 1.22 : kind == Estate.Kind.T2 ? 1.08 : 1;
        long rent = Math.round(metres * estate.rentPerMetre() * smallIsDear) + dice.between(0, 99);
        amounts.put(Nature.LOYER, rent);
        int rooms = kind.rooms;
        if (dice.chance(0.85)) {
            amounts.put(Nature.EAU, 10L * dice.between(70 + 30 * rooms, 120 + 60 * rooms));
        }
        if (estate.heated()) {
            amounts.put(Nature.CHAUFFAGE, 10 * Math.round(metres * dice.between(70, 108) / 10));
        }
        amounts.put(Nature.ENTRETIEN, 10L * (estate.houses() ? dice.between(20, 60) : dice.between(160, 420)));
        amounts.put(Nature.ORDURES_MENAGERES, 10L * dice.between(85, 170));
        aid(amounts, rent, dice);
        return new Tariff(BASE_YEAR, amounts);
    }

    static Tariff parking(boolean garage, Dice dice) {
        long rent = 10L * (garage ? dice.between(380, 620) : dice.between(150, 300));
        return new Tariff(BASE_YEAR, Map.of(Nature.STATIONNEMENT, rent));
    }

    /// Half of the tenants have housing benefit, most of these the rent reduction too; very few pay the supplement.
    private static void aid(Map<Nature, Long> amounts, long rent, Dice dice) {
        long charges = amounts.values().stream().mapToLong(Long::longValue).sum();
        if (dice.chance(0.48)) {
            long reduction = dice.chance(0.86) ? dice.between(3_100, 5_900) : 0;
            long benefit = Math.round(rent * (0.15 + 0.6 * dice.share()) / 100) * 100;
            amounts.put(Nature.RLS, reduction);
            amounts.put(Nature.APL, Math.clamp(benefit, 0, charges - reduction - LEAST_NET));
        } else if (dice.chance(0.03)) {
            amounts.put(Nature.SLS, (long) dice.between(2_500, 18_000));
        }
    }
}
