package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.DwellingNumber;
import fr.opalconnect.kernel.LeaseNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A lease that a tenant holds, with its dwelling.
///
/// @param endsOn          the last day, or null while it runs
/// @param billedInAdvance à échoir, as car parks are; else à terme échu
/// @param dueDay          the day of the month on which the rent is due
/// @param paymentMethod   the ERP's word for it, or null
/// @param surfaceM2       in square metres
/// @param agencyCode      of the agency that looks after the dwelling
/// @param adviserCode     of its resident adviser; null where the sector has none
public record HeldLease(
        LeaseNumber number,
        Role role,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        boolean billedInAdvance,
        int dueDay,
        @Nullable String paymentMethod,
        DwellingNumber dwelling,
        String dwellingType,
        @Nullable String floor,
        @Nullable String door,
        @Nullable String building,
        @Nullable String staircase,
        @Nullable String estate,
        String address,
        String postcode,
        String city,
        @Nullable BigDecimal surfaceM2,
        @Nullable String agencyCode,
        @Nullable String adviserCode) {
    /// What somebody is to a lease. An occupant lives there and has no rent account.
    public enum Role {
        HOLDER,
        CO_HOLDER
    }

    public boolean hasEnded(LocalDate today) {
        return endsOn != null && endsOn.isBefore(today);
    }
}
