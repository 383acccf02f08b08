package fr.opalconnect.access;

import fr.opalconnect.access.StaffInvitationTable.Invitation;
import fr.opalconnect.landlord.StaffDirectory;
import fr.opalconnect.landlord.StaffMember;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Links that open the desk to somebody for the first time, or anew.
@Component
class StaffInvitations {
    /// @param member who is invited
    record Open(StaffMember member, Invitation invitation) {}

    /// @param token to be shown once: it is kept as a hash
    record Made(String token, Instant until) {}

    private final StaffInvitationTable table;
    private final StaffDirectory directory;
    private final StaffSettings settings;
    private final InstantSource clock;

    StaffInvitations(
            StaffInvitationTable table, StaffDirectory directory, StaffSettings settings, InstantSource clock) {
        this.table = table;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    /// A new one; the one before opens nothing any more.
    Made make(StaffMember member) {
        String token = Tokens.fresh();
        Instant until = clock.instant().plus(settings.invitation());
        table.put(new Invitation(member.id(), Totp.freshKey(), until), token);
        return new Made(token, until);
    }

    /// @return null when the link opens nothing (any more)
    @Nullable
    Open find(@Nullable String token) {
        Invitation invitation = token == null ? null : table.find(token, clock.instant());
        StaffMember member = invitation == null ? null : directory.find(invitation.staff());
        return invitation == null || member == null || member.closed() ? null : new Open(member, invitation);
    }

    /// Until when somebody's link can be used; null when they have none.
    @Nullable
    Instant openUntil(UUID staff) {
        return table.openUntil(staff, clock.instant());
    }
}
