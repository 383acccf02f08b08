package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.SignedInStaff;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A part of the landlord's stock: everything, an agency, one of its estates, a building of it, a staircase of that.
/// Each part that is not null narrows the one before.
public record Area(
        @Nullable String agencyCode,
        @Nullable String city,
        @Nullable String estate,
        @Nullable String building,
        @Nullable String staircase) {
    public static final Area EVERYWHERE = new Area(null, null, null, null, null);

    public static Area agency(String code) {
        return new Area(code, null, null, null, null);
    }

    public boolean covers(HeldLease lease) {
        return holds(agencyCode, lease.agencyCode())
                && holds(city, lease.city())
                && holds(estate, lease.estate())
                && holds(building, lease.building())
                && holds(staircase, lease.staircase());
    }

    /// Whether somebody of the staff looks after all of it.
    public boolean isOf(SignedInStaff who) {
        return agencyCode == null ? who.seesAllAgencies() : who.sees(agencyCode);
    }

    /// `Champagne, B, esc. 2 – Laon`; empty for an agency or everywhere. French, because the agency reads it.
    public String place() {
        String where = Stream.of(estate, building, staircase == null ? null : "esc. " + staircase)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return city == null ? where : where + " – " + city;
    }

    private static boolean holds(@Nullable String wanted, @Nullable String has) {
        return wanted == null || wanted.equals(has);
    }
}
