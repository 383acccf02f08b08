package fr.opalconnect.insurance;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the office's list can be narrowed to, several at once.
enum Pile {
    TO_CHECK("a-verifier"),
    ENDING("bientot"),
    /// Nothing was accepted, or what was has ended, or was refused.
    MISSING("manquante"),
    /// Lately: whoever pressed too soon finds it here.
    ACCEPTED("acceptee");

    private final String path;

    Pile(String path) {
        this.path = path;
    }

    /// As an address has it.
    String path() {
        return path;
    }

    String textKey() {
        return "insurance.pile." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Those named; what is to check when none is.
    static Set<Pile> of(@Nullable Collection<String> paths) {
        EnumSet<Pile> piles = EnumSet.noneOf(Pile.class);
        Arrays.stream(values())
                .filter(pile -> paths != null && paths.contains(pile.path))
                .forEach(piles::add);
        return piles.isEmpty() ? EnumSet.of(TO_CHECK) : piles;
    }
}
