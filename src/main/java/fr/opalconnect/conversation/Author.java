package fr.opalconnect.conversation;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;

/// Who wrote or did something.
///
/// @param id   the tenant's number or the staff account; empty for the clock
/// @param name as the other side sees it
public record Author(Party party, String id, String name) {
    static final Author CLOCK = new Author(Party.SYSTEM, "", "");

    static Author of(TenantNumber number, String name) {
        return new Author(Party.TENANT, number.value(), name);
    }

    static Author of(SignedInStaff who) {
        return new Author(Party.STAFF, who.id().toString(), who.name());
    }

    /// As the audit names them.
    String actor() {
        return switch (party) {
            case TENANT -> "tenant:" + id;
            case STAFF -> "staff:" + id;
            case SYSTEM -> "job";
        };
    }
}
