package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tenant as the agency's desk sees them.
///
/// @param tenancy    with the leases that this member of staff may see
/// @param elsewhere  how many leases more, in agencies that they may not see
/// @param people     everybody named on those leases
/// @param erpMobile  the number as the ERP has it
/// @param correction the agency's correction that the ERP has not taken over yet; null when there is none
public record TenantFile(
        Tenancy tenancy,
        int elsewhere,
        List<OnLease> people,
        @Nullable String erpMobile,
        @Nullable PhoneCorrection correction) {
    public TenantFile {
        people = List.copyOf(people);
    }

    /// What somebody is to a lease.
    public enum Part {
        HOLDER,
        CO_HOLDER,
        OCCUPANT
    }

    /// @param name `Martine Marchand`
    public record OnLease(LeaseNumber lease, TenantNumber tenant, String name, Part part) {}

    record AtErp(@Nullable String mobile, int leases) {}

    public TenantNumber number() {
        return tenancy.number();
    }

    public List<OnLease> on(LeaseNumber lease) {
        return people.stream().filter(one -> one.lease().equals(lease)).toList();
    }

    /// What the ERP sends, as people read it; null when it sends nothing.
    public @Nullable String erpPhone() {
        Phone phone = Phone.parse(erpMobile, tenancy.leases().getFirst().postcode());
        return phone == null ? erpMobile : phone.national();
    }
}
