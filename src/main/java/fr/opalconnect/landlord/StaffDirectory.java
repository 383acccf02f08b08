package fr.opalconnect.landlord;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who works for the landlord. Read anew each time: who was closed a second ago is nobody any more.
@Component
public class StaffDirectory {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final StaffTable table;
    private final InstantSource clock;

    StaffDirectory(StaffTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /// Closed ones too: what they wrote still bears their name.
    public @Nullable StaffMember find(@Nullable UUID id) {
        return id == null ? null : table.find(id);
    }

    /// @param email in any capitals
    public @Nullable StaffMember byEmail(String email) {
        return table.byEmail(email.strip());
    }

    /// Everyone whose account is open, by name.
    public List<StaffMember> all() {
        return table.open();
    }

    /// Who may answer the tenants of an agency: those it was given to; not the administrators, who see all.
    public List<StaffMember> of(String agency) {
        return table.of(agency);
    }

    /// The account of a resident adviser; null while that adviser has none.
    public @Nullable StaffMember adviser(@Nullable String adviserCode) {
        return adviserCode == null ? null : table.adviser(adviserCode);
    }

    /// Who is there today in somebody's place: themselves, or their stand-in while they are away, or the stand-in's
    /// when that one is away too. Nobody to be found: themselves, and the work waits with the agency.
    public StaffMember present(StaffMember member) {
        LocalDate today = today();
        if (!member.isAway(today)) {
            return member;
        }
        StaffMember first = openStandIn(member);
        if (first == null || !first.isAway(today)) {
            return first == null ? member : first;
        }
        StaffMember second = openStandIn(first);
        return second == null || second.isAway(today) ? member : second;
    }

    private @Nullable StaffMember openStandIn(StaffMember member) {
        StaffMember found = find(member.standIn());
        return found == null || found.closed() ? null : found;
    }

    private LocalDate today() {
        return clock.instant().atZone(PARIS).toLocalDate();
    }
}
