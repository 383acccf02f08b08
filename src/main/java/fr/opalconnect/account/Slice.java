package fr.opalconnect.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The parts of the bars of 'Pourquoi 412 € ?'. Each has a colour by its class and a pattern, because colour alone is
/// not enough.
enum Slice {
    RENT(null),
    PARKING("across"),
    WATER("dots"),
    HEATING("up"),
    UPKEEP("down"),
    WASTE("cross"),
    EXTRA("across"),
    BENEFIT(null),
    REDUCTION("up"),
    RETURNED("dots"),
    /// What is left to the tenant.
    YOURS(null);

    private final @Nullable String pattern;

    Slice(@Nullable String pattern) {
        this.pattern = pattern;
    }

    /// The class that gives the colour.
    String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What lies over the colour; null for nothing. `account/Patterns.jte` draws them.
    @Nullable
    String pattern() {
        return pattern;
    }

    static Slice of(EntryKind kind, boolean credit) {
        return switch (kind) {
            case LOYER -> credit ? RETURNED : RENT;
            case STATIONNEMENT -> credit ? RETURNED : PARKING;
            case EAU -> credit ? RETURNED : WATER;
            case CHAUFFAGE -> credit ? RETURNED : HEATING;
            case ENTRETIEN -> credit ? RETURNED : UPKEEP;
            case ORDURES_MENAGERES -> credit ? RETURNED : WASTE;
            case APL, APL_RAPPEL -> credit ? BENEFIT : EXTRA;
            case RLS -> credit ? REDUCTION : EXTRA;
            default -> credit ? RETURNED : EXTRA;
        };
    }
}
