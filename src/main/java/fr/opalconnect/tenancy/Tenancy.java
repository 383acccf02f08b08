package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tenant as the agency knows them, with the leases they hold: running ones before ended ones,
/// dwellings before car parks (which are billed in advance), the latest begun first.
///
/// @param title    M., Mme, as the ERP has it
/// @param mobile   the number in force, as it is written: the agency's correction, else what the ERP has
///                 ([#phone()] reads it)
/// @param language code of the one they chose, else of the one the ERP says (`Language.of` reads it); null when neither
///                 does
/// @param chosen   whether they chose it themselves, on a page
/// @param unread   how many things wait to be read at Messages
/// @param news     how many wait at the bell
/// @param leases   never empty: somebody without a lease has no tenancy
public record Tenancy(
        TenantNumber number,
        @Nullable String title,
        @Nullable String firstName,
        String lastName,
        @Nullable String mobile,
        @Nullable String email,
        @Nullable String language,
        boolean chosen,
        int unread,
        int news,
        List<HeldLease> leases) {
    /// Where the request of a signed-in tenant carries their tenancy: it was read to check the session, once is enough.
    public static final String REQUEST_ATTRIBUTE = "tenancy";

    public Tenancy {
        leases = List.copyOf(leases);
    }

    /// The number that codes go to; null when there is none that could be dialled.
    public @Nullable Phone phone() {
        return Phone.parse(mobile, leases.getFirst().postcode());
    }

    /// The lease of that number, or null when the tenant does not hold it.
    public @Nullable HeldLease lease(LeaseNumber number) {
        return leases.stream()
                .filter(lease -> lease.number().equals(number))
                .findFirst()
                .orElse(null);
    }

    public List<LeaseNumber> leaseNumbers() {
        return leases.stream().map(HeldLease::number).toList();
    }

    /// What to call them: the first name, else title and name.
    public String callName() {
        if (firstName != null) {
            return firstName;
        }
        return title == null ? lastName : title + " " + lastName;
    }

    /// `NB`
    public String initials() {
        String first = firstName == null || firstName.isEmpty() ? "" : firstName.substring(0, 1);
        return first + lastName.substring(0, 1);
    }

    public String fullName() {
        return firstName == null ? lastName : firstName + " " + lastName;
    }
}
