package fr.opalconnect.access;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.Adviser;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what the team's pages show.
@Component
class TeamFacts {
    private final Team team;
    private final Agencies agencies;
    private final StaffLoginTable logins;
    private final StaffInvitations invitations;
    private final InstantSource clock;

    TeamFacts(Team team, Agencies agencies, StaffLoginTable logins, StaffInvitations invitations, InstantSource clock) {
        this.team = team;
        this.agencies = agencies;
        this.logins = logins;
        this.invitations = invitations;
        this.clock = clock;
    }

    TeamView list(SignedInStaff who, List<StaffMember> members, @Nullable String note) {
        LocalDate today = clock.instant().atZone(Texts.ZONE).toLocalDate();
        return new TeamView(
                members.stream()
                        .map(member -> new TeamView.Row(
                                member,
                                logins.isEnrolled(member.id()),
                                invitations.openUntil(member.id()) != null,
                                team.find(who, member.id()) != null,
                                today))
                        .toList(),
                note);
    }

    TeamMemberView fresh(SignedInStaff who, TeamForm form, Mistakes mistakes) {
        return view(who, null, form, null, null, mistakes);
    }

    TeamMemberView of(SignedInStaff who, StaffMember member, @Nullable String note) {
        AwayView away = AwayView.of(awayAction(member), member, team.standIns(who, member.id()));
        return view(who, member, TeamForm.of(member), away, note, Mistakes.NONE);
    }

    /// As it was typed, which cannot be written down.
    TeamMemberView of(SignedInStaff who, StaffMember member, TeamForm typed, Mistakes mistakes) {
        AwayView away = AwayView.of(awayAction(member), member, team.standIns(who, member.id()));
        return view(who, member, typed, away, null, mistakes);
    }

    TeamMemberView of(SignedInStaff who, StaffMember member, AwayForm typed) {
        AwayView away = typed.view(awayAction(member), member.awayFrom() != null, team.standIns(who, member.id()));
        return view(who, member, TeamForm.of(member), away, null, away.mistakes());
    }

    private TeamMemberView view(
            SignedInStaff who,
            @Nullable StaffMember member,
            TeamForm form,
            @Nullable AwayView away,
            @Nullable String note,
            Mistakes mistakes) {
        List<StaffRole> roles = who.seesAllAgencies() ? Arrays.asList(StaffRole.values()) : List.of(StaffRole.ADVISER);
        List<Agency> theirs = agencies.all().stream()
                .filter(agency -> who.sees(agency.code()))
                .toList();
        List<Adviser> advisers = agencies.advisers().stream()
                .filter(adviser -> who.sees(adviser.agencyCode()))
                .toList();
        return new TeamMemberView(member, form, roles, theirs, advisers, away, note, mistakes);
    }

    private static String awayAction(StaffMember member) {
        return TeamPage.PATH + "/" + member.id() + "/absence";
    }
}
