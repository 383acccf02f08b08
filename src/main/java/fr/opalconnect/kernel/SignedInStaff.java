package fr.opalconnect.kernel;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One of the landlord's staff whose session was checked in this very request. Each staff verb takes one, and each
/// query for it is bound to its agencies.
///
/// @param id       the account
/// @param name     `Claire Lemoine`, as tenants see it
/// @param agencies codes of the agencies whose tenants they may see; an administrator sees all, whatever is in it
/// @param adviser  the ERP's code when they are a resident adviser
/// @param session  the session that the request came with
public record SignedInStaff(
        UUID id,
        String name,
        StaffRole role,
        List<String> agencies,
        @Nullable String adviser,
        UUID session) {
    /// Below this path everything is for staff and takes a SignedInStaff; elsewhere nothing does.
    public static final String DESK = "/bureau";

    public SignedInStaff {
        agencies = List.copyOf(agencies);
    }

    public boolean seesAllAgencies() {
        return role == StaffRole.ADMINISTRATOR;
    }

    public boolean sees(@Nullable String agency) {
        return seesAllAgencies() || (agency != null && agencies.contains(agency));
    }

    /// As the audit names them.
    public String actor() {
        return "staff:" + id;
    }

    public static boolean isDesk(String path) {
        return path.equals(DESK) || path.startsWith(DESK + "/");
    }
}
