package fr.opalconnect.access;

import fr.opalconnect.tenancy.DwellingType;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;

/// The dwellings to choose from.
///
/// @param next what comes after, `coordonnees`, a page, or nothing
record LeaseView(Tenancy tenancy, String current, String next, LocalDate today) {
    /// `T3, étage 2, jusqu’au 30 juin 2026`
    String detail(Texts t, HeldLease lease) {
        String type = DwellingType.words(t, lease.dwellingType());
        return lease.hasEnded(today) && lease.endsOn() != null
                ? t.say("access.lease.ended", type, t.longDay(lease.endsOn()))
                : type;
    }
}
