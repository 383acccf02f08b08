package fr.opalconnect.access;

import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.ui.Mistakes;
import java.util.List;
import java.util.UUID;

/// The form of an absence: from, until, and who stands in.
///
/// @param action   where it is sent
/// @param away     whether an absence is written down
/// @param from     what stands in the form: 2026-11-23, or empty
/// @param standIn  the id, or empty
/// @param standIns who may be chosen
record AwayView(
        String action,
        boolean away,
        String from,
        String until,
        String standIn,
        List<StaffMember> standIns,
        Mistakes mistakes) {
    static AwayView of(String action, StaffMember member, List<StaffMember> standIns) {
        return new AwayView(
                action,
                member.awayFrom() != null,
                member.awayFrom() == null ? "" : member.awayFrom().toString(),
                member.awayUntil() == null ? "" : member.awayUntil().toString(),
                member.standIn() == null ? "" : member.standIn().toString(),
                standIns,
                Mistakes.NONE);
    }

    boolean isChosen(UUID id) {
        return id.toString().equals(standIn);
    }
}
