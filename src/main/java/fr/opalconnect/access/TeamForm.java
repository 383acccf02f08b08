package fr.opalconnect.access;

import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody's place in the team, as it was typed.
///
/// @param adviser the ERP's code, or empty
record TeamForm(String name, String email, String role, List<String> agencies, String adviser) {
    static final TeamForm EMPTY = new TeamForm("", "", StaffRole.ADVISER.name(), List.of(), "");

    private static final int LONGEST_NAME = 80;

    TeamForm {
        agencies = List.copyOf(agencies);
    }

    static TeamForm of(StaffMember member) {
        return new TeamForm(
                member.name(),
                member.email(),
                member.role().name(),
                member.agencies(),
                member.adviser() == null ? "" : member.adviser());
    }

    /// Null when no such role was on the page.
    @Nullable
    StaffRole readRole() {
        return Arrays.stream(StaffRole.values())
                .filter(each -> each.name().equals(role))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String readAdviser() {
        return adviser.isBlank() ? null : adviser;
    }

    /// @param fresh whether name and address were asked for too
    Mistakes mistakes(boolean fresh) {
        List<Mistake> mistakes = new ArrayList<>();
        if (fresh && (name.isBlank() || name.length() > LONGEST_NAME)) {
            mistakes.add(new Mistake("nom", "access.team.name.missing", LONGEST_NAME));
        }
        if (fresh && !StaffEmail.isOne(email)) {
            mistakes.add(
                    new Mistake("courriel", email.isBlank() ? "access.team.email.missing" : "access.desk.email.wrong"));
        }
        if (readRole() == null) {
            mistakes.add(new Mistake("role", "access.team.role.missing"));
        }
        if (readRole() != StaffRole.ADMINISTRATOR && agencies.isEmpty()) {
            mistakes.add(new Mistake("agences", "access.team.agencies.missing"));
        }
        return new Mistakes(mistakes);
    }
}
