package fr.opalconnect.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// What goes into a package. The same recipe always makes the same bytes.
///
/// @param leases  how many leases are invented
/// @param months  how many rent notices each of them has, at most
/// @param seed    what makes this landlord different from another
/// @param asOf    the day of the export; nothing in it is later
/// @param cast    whether the named people of [Cast] live here too
/// @param night   the share of lines that changed since; 0 makes the package itself, more makes that of the next night
/// @param delta   only the lines that changed
/// @param dialect how the files are written
public record Recipe(
        int leases, int months, long seed, LocalDate asOf, boolean cast, double night, boolean delta, Dialect dialect) {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    public Recipe {
        if (leases < 0 || months < 1 || night < 0 || night > 1) {
            throw new IllegalArgumentException("leases, months or the share of changes make no sense");
        }
    }

    /// A whole package without the cast.
    public static Recipe of(int leases, int months, long seed, LocalDate asOf) {
        return new Recipe(leases, months, seed, asOf, false, 0, false, Dialect.UTF8);
    }

    /// The demo landlord as it stands on a day: 600 leases, two years, and the cast.
    public static Recipe demo(LocalDate asOf) {
        return of(600, 24, 2026, asOf).withCast();
    }

    public Recipe withCast() {
        return new Recipe(leases, months, seed, asOf, true, night, delta, dialect);
    }

    public Recipe withDialect(Dialect other) {
        return new Recipe(leases, months, seed, asOf, cast, night, delta, other);
    }

    /// The package of one night later.
    ///
    /// @param share of the lines that are new or changed
    public Recipe nextNight(double share) {
        return new Recipe(leases, months, seed, asOf, cast, share, delta, dialect);
    }

    public Recipe onlyChanges() {
        return new Recipe(leases, months, seed, asOf, cast, night, true, dialect);
    }

    /// When the ERP wrote it: at 5.12 in the morning, as its nightly run does.
    public Instant created() {
        LocalDate day = night > 0 ? asOf.plusDays(1) : asOf;
        return day.atTime(LocalTime.of(5, 12)).atZone(PARIS).toInstant();
    }
}
