package fr.opalconnect.document;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.tenancy.TenantFiles;
import java.util.List;
import org.springframework.stereotype.Component;

/// The documents of a lease, as the ERP lists them.
@Component
public class Documents {
    private static final int MOST = 60;

    private final DocumentTable table;
    private final TenantFiles files;

    Documents(DocumentTable table, TenantFiles files) {
        this.table = table;
        this.files = files;
    }

    /// The latest first; none when the lease is of no agency of theirs.
    public List<Document> of(SignedInStaff who, LeaseNumber lease) {
        return files.sees(who, lease) ? table.of(lease, MOST) : List.of();
    }
}
