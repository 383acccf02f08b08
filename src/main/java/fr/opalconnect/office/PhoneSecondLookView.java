package fr.opalconnect.office;

import fr.opalconnect.tenancy.PhoneCorrections.SecondLook;
import fr.opalconnect.tenancy.TenantFile;
import fr.opalconnect.ui.Texts;

/// The old number and the new one side by side, and what speaks against it.
///
/// @param reached whether text messages can go to the new number
/// @param told    whether a text message goes to the old one
record PhoneSecondLookView(
        TenantFile file, String typed, String reason, SecondLook.Ready look, boolean reached, boolean told) {
    String path() {
        return TenantFilePage.PATH + file.number().value();
    }

    String former(Texts t) {
        var phone = file.tenancy().phone();
        if (phone != null) {
            return phone.national();
        }
        String written = file.tenancy().mobile();
        return written == null || written.isBlank() ? t.say("office.file.none") : written;
    }
}
