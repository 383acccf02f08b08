package fr.opalconnect.access;

import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.Adviser;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.ui.Mistakes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form of somebody's place in the team: of somebody new, or of somebody there.
///
/// @param member   null for somebody new
/// @param roles    that may be given
/// @param agencies that may be given
/// @param advisers of the ERP, to link one to this account
/// @param away     null for somebody new
record TeamMemberView(
        @Nullable StaffMember member,
        TeamForm form,
        List<StaffRole> roles,
        List<Agency> agencies,
        List<Adviser> advisers,
        @Nullable AwayView away,
        @Nullable String note,
        Mistakes mistakes) {
    /// Where the form goes.
    String action() {
        return TeamPage.PATH + (member == null ? "/nouveau" : "/" + member.id());
    }

    boolean isChosen(Agency agency) {
        return form.agencies().contains(agency.code());
    }

    boolean isChosen(StaffRole role) {
        return form.role().equals(role.name());
    }

    boolean isChosen(Adviser adviser) {
        return form.adviser().equals(adviser.code());
    }
}
