package fr.opalconnect.office;

import fr.opalconnect.tenancy.ContactRequest;
import fr.opalconnect.tenancy.TenantFile;
import fr.opalconnect.ui.Mistakes;
import java.util.List;

/// Asks for the right number, and why it is changed.
///
/// @param requests what the tenant asked and nobody has dealt with yet
/// @param typed    kept when something is wrong with it
record PhoneView(TenantFile file, List<ContactRequest> requests, String typed, String reason, Mistakes mistakes) {
    /// The reasons that stand ready; each is a text of its own.
    static final List<String> REASONS = List.of("counter", "phone", "request", "typo");

    String path() {
        return TenantFilePage.PATH + file.number().value();
    }
}
