package fr.opalconnect.access;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.StaffDirectory;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.ui.Mistakes;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what Mon compte shows at the desk.
@Component
class StaffAccountFacts {
    private final StaffDirectory directory;
    private final StaffLoginTable logins;
    private final RecoveryCodes recovery;
    private final StaffSessions sessions;
    private final Team team;
    private final InstantSource clock;

    StaffAccountFacts(
            StaffDirectory directory,
            StaffLoginTable logins,
            RecoveryCodes recovery,
            StaffSessions sessions,
            Team team,
            InstantSource clock) {
        this.directory = directory;
        this.logins = logins;
        this.recovery = recovery;
        this.sessions = sessions;
        this.team = team;
        this.clock = clock;
    }

    /// @param note  the key of what was just done, or null
    /// @param warns whether that is something to watch
    StaffAccountView of(SignedInStaff who, @Nullable String note, boolean warns, Mistakes mistakes) {
        AwayView away = AwayView.of(action(), member(who), team.standIns(who, who.id()));
        return view(who, away, note, warns, mistakes);
    }

    /// With the absence as it was typed, which cannot be written down.
    StaffAccountView of(SignedInStaff who, AwayForm typed) {
        AwayView away = typed.view(action(), member(who).awayFrom() != null, team.standIns(who, who.id()));
        return view(who, away, null, false, away.mistakes());
    }

    private StaffAccountView view(
            SignedInStaff who, AwayView away, @Nullable String note, boolean warns, Mistakes mistakes) {
        boolean hasPassword = logins.find(who.id()).passwordHash() != null;
        return new StaffAccountView(
                who,
                away,
                hasPassword ? recovery.left(who.id()) : -1,
                sessions.of(who),
                clock.instant(),
                note,
                warns,
                mistakes);
    }

    private static String action() {
        return StaffAccountPage.PATH + "/absence";
    }

    private StaffMember member(SignedInStaff who) {
        return Objects.requireNonNull(directory.find(who.id()), "somebody signed in has an account");
    }
}
