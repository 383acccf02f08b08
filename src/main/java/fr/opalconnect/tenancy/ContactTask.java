package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import org.jspecify.annotations.Nullable;

/// A tenant's request about contact details, as a task of the agency.
///
/// @param typed         the tenant number that was typed: it need not exist
/// @param typedDwelling the dwelling number that was typed; null when the request came from the profile
/// @param tenant        whose it is; null when there is no such tenant
/// @param name          `Nadia Benali`; null with the tenant
/// @param mobile        the number in force, as it is written
/// @param postcode      of the dwelling, for reading the number
/// @param agency        the code of the agency whose task it is; null when nobody can tell
public record ContactTask(
        ContactRequest request,
        String typed,
        @Nullable String typedDwelling,
        @Nullable TenantNumber tenant,
        @Nullable String name,
        @Nullable String mobile,
        @Nullable String postcode,
        @Nullable String agency) {
    public @Nullable String phone() {
        Phone phone = Phone.parse(mobile, postcode);
        return phone == null ? mobile : phone.national();
    }
}
