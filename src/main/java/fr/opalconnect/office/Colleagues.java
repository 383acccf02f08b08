package fr.opalconnect.office;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.landlord.StaffDirectory;
import fr.opalconnect.landlord.StaffMember;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whom something can be given to.
@Component
class Colleagues {
    private final StaffDirectory staff;
    private final Agencies agencies;

    Colleagues(StaffDirectory staff, Agencies agencies) {
        this.staff = staff;
        this.agencies = agencies;
    }

    /// Who may take a conversation of an agency, whoever asks among them.
    List<StaffMember> of(SignedInStaff who, @Nullable String agency) {
        return staff.all().stream()
                .filter(member -> member.id().equals(who.id()) || (agency != null && works(member, agency)))
                .toList();
    }

    /// Who may take something of any agency that whoever asks sees.
    List<StaffMember> of(SignedInStaff who) {
        return staff.all().stream()
                .filter(member -> member.id().equals(who.id())
                        || member.agencies().stream().anyMatch(who::sees))
                .toList();
    }

    /// Closed accounts too: what they did bears their name.
    @Nullable
    StaffMember find(@Nullable UUID id) {
        return staff.find(id);
    }

    List<Agency> otherThan(@Nullable String agency) {
        return agencies.all().stream()
                .filter(each -> !each.code().equals(agency))
                .toList();
    }

    private static boolean works(StaffMember member, String agency) {
        return member.agencies().contains(agency);
    }
}
