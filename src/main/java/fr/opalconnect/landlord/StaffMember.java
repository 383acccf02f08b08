package fr.opalconnect.landlord;

import fr.opalconnect.kernel.StaffRole;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Somebody who works for the landlord and has an account at the desk.
///
/// @param name      `Claire Lemoine`, as tenants see it
/// @param email     the name they sign in with
/// @param agencies  codes of the agencies whose tenants they may see; an administrator sees all
/// @param adviser   the ERP's code when they are a resident adviser
/// @param awayFrom  the first day away, or null
/// @param awayUntil the last day away; null with an `awayFrom` means until further notice
/// @param standIn   who takes over meanwhile
/// @param closed    whether the account was closed: nobody signs in with it, their name stays on what they wrote
public record StaffMember(
        UUID id,
        String name,
        String email,
        StaffRole role,
        List<String> agencies,
        @Nullable String adviser,
        @Nullable LocalDate awayFrom,
        @Nullable LocalDate awayUntil,
        @Nullable UUID standIn,
        boolean closed) {
    public StaffMember {
        agencies = List.copyOf(agencies);
    }

    public boolean seesAllAgencies() {
        return role == StaffRole.ADMINISTRATOR;
    }

    public boolean sees(@Nullable String agency) {
        return seesAllAgencies() || (agency != null && agencies.contains(agency));
    }

    public boolean isAway(LocalDate day) {
        return awayFrom != null && !day.isBefore(awayFrom) && (awayUntil == null || !day.isAfter(awayUntil));
    }

    /// Two letters for the badge.
    public String initials() {
        String[] words = name.strip().split("\\s+");
        return Arrays.stream(words.length > 2 ? new String[] {words[0], words[words.length - 1]} : words)
                .map(word -> word.substring(0, Math.min(1, word.length())))
                .collect(Collectors.joining());
    }
}
