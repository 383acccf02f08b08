package fr.opalconnect.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Telephone numbers as an ERP holds them after twenty years of typing. 06 39 98 and 03 53 01 are the blocks that the
/// French regulator keeps for fiction (numbering plan, decision 2018-0881): nobody can be called by mistake.
final class Phones {
    private static final List<String> NOT_A_NUMBER = List.of("néant", "voir fille", "?", "liste rouge", "0000000000");
    private static final List<String> OVERSEAS = List.of("0692", "0693", "0690", "0694", "0696");

    private Phones() {}

    /// What stands in the column `mobile`: mostly a mobile, often a landline, sometimes nothing or nonsense.
    static @Nullable String asHeld(Dice dice) {
        return switch (dice.weighted(795, 85, 90, 8, 12, 10)) {
            case 0 -> written(mobile(dice), dice);
            case 1 -> landline(dice);
            case 2 -> null;
            // Overseas there is no such block: plainly invented, 000 in the middle.
            case 3 -> dice.pick(OVERSEAS) + "000%03d".formatted(dice.between(0, 999));
            case 4 -> mobile(dice).substring(0, dice.between(6, 9)); // digits got lost
            default -> dice.pick(NOT_A_NUMBER);
        };
    }

    static String mobile(Dice dice) {
        return "063998%04d".formatted(dice.between(0, 9999));
    }

    static String landline(Dice dice) {
        return "03 53 01 %02d %02d".formatted(dice.between(0, 99), dice.between(0, 99));
    }

    /// Ten digits in one of the spellings people use.
    static String written(String digits, Dice dice) {
        return switch (dice.weighted(46, 24, 12, 7, 4, 3, 2, 2)) {
            case 0 -> pairs(digits, " ");
            case 1 -> digits;
            case 2 -> pairs(digits, ".");
            case 3 -> "+33" + digits.substring(1);
            case 4 -> "0033" + digits.substring(1);
            case 5 -> pairs(digits, "-");
            case 6 -> "+33 (0)" + pairs(digits, " ").substring(1);
            default -> " " + pairs(digits, "/") + " ";
        };
    }

    static String pairs(String digits, String between) {
        return digits.replaceAll("(..)(?!$)", "$1" + between);
    }
}
