package fr.opalconnect.access;

import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.QrCode;
import org.jspecify.annotations.Nullable;

/// An invitation, opened.
///
/// @param name    who is invited
/// @param address what the app on the phone reads
/// @param key     the same, to be typed
/// @param note    the key of what to say above it, or null
record StaffInvitationView(
        String name,
        String email,
        String address,
        String key,
        @Nullable String note,
        Mistakes mistakes) {
    QrCode qr() {
        return QrCode.of(address);
    }

    /// In groups of four, as it is easiest to copy.
    String keyInGroups() {
        return key.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
