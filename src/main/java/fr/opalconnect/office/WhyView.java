package fr.opalconnect.office;

import fr.opalconnect.tenancy.TenantFile;
import fr.opalconnect.ui.Mistakes;
import java.util.List;

/// Asks why somebody wants to see the file of a tenant who has left.
record WhyView(TenantFile file, Mistakes mistakes) {
    /// The reasons that stand ready; each is a text of its own.
    static final List<String> REASONS = List.of("debt", "request", "dispute", "papers");
}
