package fr.opalconnect.transfer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds references among the words of a transfer: in any case, with spaces wherever somebody put them, and those that
/// one slip of the finger away would be right. Whether there is such a lease is for others to look up: of a hundred
/// texts that look like a reference one is right by chance.
final class ReferenceSearch {
    private static final int SHORTEST = 5;
    private static final int FEWEST_DIGITS = 4;
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// What `RF` becomes when a thumb slips or a machine reads it.
    private static final Set<String> BEGINNINGS = Set.of("RF", "FR", "RE", "RT");

    private ReferenceSearch() {}

    /// Those that are right as they stand.
    static Set<Reference> right(String words) {
        Set<Reference> found = new LinkedHashSet<>();
        for (String piece : pieces(words, Set.of("RF"))) {
            Reference reference = Reference.parse(piece);
            if (reference != null) {
                found.add(reference);
            }
        }
        return found;
    }

    /// Those that one sign changed, left out, put in or swapped with its neighbour makes right.
    static Set<Reference> misprinted(String words) {
        Set<Reference> found = new LinkedHashSet<>();
        for (String piece : pieces(words, BEGINNINGS)) {
            if (piece.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
                continue;
            }
            for (String other : slips("RF" + piece.substring(2))) {
                Reference reference = Reference.parse(other);
                if (reference != null) {
                    found.add(reference);
                }
            }
        }
        return found;
    }

    /// Every run of whole words, squeezed together, that begins like a reference and is as long as one may be.
    private static List<String> pieces(String words, Set<String> beginnings) {
        List<String> each = List.of(words.toUpperCase(Locale.ROOT).split("[^0-9A-Z]+", -1));
        List<String> pieces = new ArrayList<>();
        for (int first = 0; first < each.size(); first++) {
            StringBuilder run = new StringBuilder();
            for (int last = first; last < each.size() && run.length() <= Reference.LONGEST; last++) {
                run.append(each.get(last));
                if (run.length() >= SHORTEST
                        && run.length() <= Reference.LONGEST + 1
                        && beginnings.contains(run.substring(0, 2))) {
                    pieces.add(run.toString());
                }
            }
        }
        return pieces;
    }

    private static Set<String> slips(String piece) {
        Set<String> all = new LinkedHashSet<>();
        for (int i = 2; i < piece.length(); i++) {
            String before = piece.substring(0, i);
            String after = piece.substring(i + 1);
            all.add(before + after);
            for (int s = 0; s < SIGNS.length(); s++) {
                char sign = SIGNS.charAt(s);
                all.add(before + sign + after);
                all.add(before + sign + piece.substring(i));
            }
            if (!after.isEmpty()) {
                all.add(before + after.charAt(0) + piece.charAt(i) + after.substring(1));
            }
        }
        SIGNS.chars().forEach(sign -> all.add(piece + (char) sign));
        all.add(piece);
        return all;
    }
}
