package fr.opalconnect.conversation;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancy;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation without its words, as lists show it.
///
/// @param number     `26-1183`; null for a plain message
/// @param trouble    of a repair: its line in the table of troubles
/// @param tenantName who began it, as they were called then
/// @param shared     whether the other holders of the lease see it
/// @param place      `Champagne, bâtiment B, porte 204`, as it was then
/// @param assignee   of the staff; null is the agency's own pile
/// @param answeredAt when the agency first answered
/// @param lastWords  the beginning of what was written last; empty when it was files only
public record Head(
        UUID id,
        @Nullable String number,
        Kind kind,
        String subject,
        @Nullable String trouble,
        TenantNumber tenant,
        String tenantName,
        LeaseNumber lease,
        boolean shared,
        @Nullable String agencyCode,
        @Nullable String estate,
        @Nullable String building,
        String place,
        @Nullable UUID assignee,
        Course course,
        boolean urgent,
        Instant openedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt,
        Instant lastAt,
        Party lastAuthor,
        String lastWords) {
    /// One that begins now.
    ///
    /// @param number   null for a plain message
    /// @param assignee null for the agency's own pile
    /// @param author   who begins it
    static Head begun(
            Instant now,
            @Nullable String number,
            Draft draft,
            Tenancy tenancy,
            HeldLease lease,
            @Nullable UUID assignee,
            Course course,
            Party author) {
        return new Head(
                Ids.next(() -> now),
                number,
                draft.kind(),
                draft.subject(),
                draft.trouble(),
                tenancy.number(),
                tenancy.fullName(),
                lease.number(),
                draft.shared(),
                lease.agencyCode(),
                lease.estate(),
                lease.building(),
                Whereabouts.of(lease),
                assignee,
                course,
                draft.urgent(),
                now,
                null,
                null,
                now,
                author,
                Register.snippet(draft.words()));
    }

    public State state() {
        return course.state();
    }

    public boolean isClosed() {
        return course.state() == State.CLOSED;
    }

    /// Two letters for the badge of who began it.
    public String initials() {
        String[] names = tenantName.split(" ", -1);
        String last = names[names.length - 1];
        return names.length == 1 || last.isEmpty()
                ? tenantName.substring(0, 1)
                : tenantName.substring(0, 1) + last.charAt(0);
    }
}
