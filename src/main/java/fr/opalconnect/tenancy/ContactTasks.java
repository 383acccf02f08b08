package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.SignedInStaff;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What tenants ask to be corrected, as the agency's tasks.
@Component
public class ContactTasks {
    private static final int MOST = 200;

    private final ContactRequestTable table;
    private final InstantSource clock;

    ContactTasks(ContactRequestTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /// What waits in their agencies, the oldest first.
    public List<ContactTask> open(SignedInStaff who) {
        return table.open(who, MOST);
    }

    /// What this tenant asked, done or not, the latest first.
    public List<ContactRequest> of(SignedInStaff who, TenantFile file) {
        return table.of(file.number());
    }

    /// Says that one is dealt with.
    ///
    /// @return the task as it was; null when there is none of theirs that is open
    @Transactional
    public @Nullable ContactTask done(SignedInStaff who, UUID id) {
        ContactTask task = table.open(who, Integer.MAX_VALUE).stream()
                .filter(one -> one.request().id().equals(id))
                .findFirst()
                .orElse(null);
        if (task != null) {
            table.end(id, who.name(), clock.instant());
        }
        return task;
    }
}
