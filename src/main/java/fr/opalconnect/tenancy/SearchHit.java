package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.DwellingNumber;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import org.jspecify.annotations.Nullable;

/// A holder of a lease, or an occupant, that the search found.
///
/// @param holder  whose file it is that an occupant stands in; null for a holder
/// @param running whether the lease runs; those that have ended come after
/// @param mobile  the number in force, as it is written
/// @param match   why it was found
public record SearchHit(
        TenantNumber tenant,
        @Nullable TenantNumber holder,
        @Nullable String title,
        @Nullable String firstName,
        String lastName,
        @Nullable String mobile,
        @Nullable String email,
        LeaseNumber lease,
        boolean running,
        DwellingNumber dwelling,
        String dwellingType,
        @Nullable String building,
        @Nullable String estate,
        String address,
        String postcode,
        String city,
        @Nullable String agencyCode,
        Match match) {
    /// Why, the most telling first.
    public enum Match {
        TENANT_NUMBER,
        DWELLING_NUMBER,
        LEASE_NUMBER,
        PHONE,
        EMAIL,
        NAME,
        ADDRESS,
        /// A word of it looks like one that was typed.
        ALIKE
    }

    public boolean isOccupant() {
        return holder != null;
    }

    /// Whose file to open.
    public TenantNumber file() {
        return holder == null ? tenant : holder;
    }

    public String fullName() {
        return firstName == null ? lastName : lastName + " " + firstName;
    }

    /// As people read it; what the ERP has when it cannot be read.
    public @Nullable String phone() {
        Phone phone = Phone.parse(mobile, postcode);
        return phone == null ? mobile : phone.national();
    }

    SearchHit because(Match why) {
        return new SearchHit(
                tenant,
                holder,
                title,
                firstName,
                lastName,
                mobile,
                email,
                lease,
                running,
                dwelling,
                dwellingType,
                building,
                estate,
                address,
                postcode,
                city,
                agencyCode,
                why);
    }
}
