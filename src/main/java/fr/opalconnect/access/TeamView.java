package fr.opalconnect.access;

import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The team, as somebody sees it.
///
/// @param note the key of what was just done, or null
record TeamView(List<Row> rows, @Nullable String note) {
    /// @param enrolled whether they have opened their access
    /// @param invited  whether a link waits for them
    /// @param theirs   whether who looks may change them
    record Row(StaffMember member, boolean enrolled, boolean invited, boolean theirs, LocalDate today) {
        String state(Texts t) {
            if (member.isAway(today)) {
                return t.say("access.team.state.away");
            }
            return t.say(
                    enrolled
                            ? "access.team.state.active"
                            : invited ? "access.team.state.invited" : "access.team.state.none");
        }

        Tone tone() {
            return member.isAway(today) || !enrolled ? Tone.WARN : Tone.GOOD;
        }

        String agencies(Texts t) {
            return member.seesAllAgencies() ? t.say("access.team.all") : String.join(", ", member.agencies());
        }
    }

    static String role(Texts t, fr.opalconnect.kernel.StaffRole role) {
        return t.say("access.team.role." + role.name().toLowerCase(Locale.ROOT));
    }
}
