package fr.opalconnect.office;

import fr.opalconnect.access.ActivationTrouble;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;

/// Who writes, as the column beside a conversation shows them.
///
/// @param lease    the one that the conversation is about; null when it is the tenant's no longer
/// @param balance  what is owed on it, debit less credit
/// @param activity how far they are with their activation, and what hinders it
record WhoWrites(
        Tenancy tenancy,
        @Nullable HeldLease lease,
        @Nullable Money balance,
        ActivationTrouble.@Nullable Activity activity) {
    @Nullable
    String mobile() {
        Phone phone = tenancy.phone();
        return phone == null ? tenancy.mobile() : phone.national();
    }
}
