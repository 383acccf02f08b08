package fr.opalconnect.transfer;

import fr.opalconnect.kernel.LeaseNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// References that cannot be read back into their lease number, kept when they are first shown.
@Component
class ReferenceTable {
    private final JdbcClient jdbc;

    ReferenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The reference of a lease, kept where that is needed; null in the case that another lease has it already.
    @Nullable
    Reference of(LeaseNumber lease) {
        Reference reference = Reference.of(lease);
        if (!reference.isHashed()) {
            return reference;
        }
        jdbc.sql("INSERT INTO transfer.reference (value, lease_number) VALUES (:value, :lease) ON CONFLICT DO NOTHING")
                .param("value", reference.value())
                .param("lease", lease.value())
                .update();
        return lease.equals(kept(reference)) ? reference : null;
    }

    /// The lease that a reference means, whether there is such a lease or not.
    @Nullable
    LeaseNumber lease(Reference reference) {
        return reference.isHashed() ? kept(reference) : reference.lease();
    }

    private @Nullable LeaseNumber kept(Reference reference) {
        List<String> found = jdbc.sql("SELECT lease_number FROM transfer.reference WHERE value = :value")
                .param("value", reference.value())
                .query(String.class)
                .list();
        return found.isEmpty() ? null : new LeaseNumber(found.getFirst());
    }
}
