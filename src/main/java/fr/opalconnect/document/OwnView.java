package fr.opalconnect.document;

import fr.opalconnect.attachment.Joined;
import fr.opalconnect.ui.Mistakes;

/// The form that takes the tenant's own files.
record OwnView(String label, Joined joined, Mistakes mistakes) {
    static OwnView blank() {
        return new OwnView("", Joined.nothing(Joined.TENANTS_DOOR), Mistakes.NONE);
    }
}
