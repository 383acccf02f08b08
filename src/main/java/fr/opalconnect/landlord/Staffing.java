package fr.opalconnect.landlord;

import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Ids;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down who works for the landlord. Who may say so is decided by whoever calls: the desk's team page, or the
/// person at the terminal. All of it is audited under the actor's name.
@Component
public class Staffing {
    private final StaffTable table;
    private final Audit audit;
    private final InstantSource clock;

    Staffing(StaffTable table, Audit audit, InstantSource clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param actor   as the audit names them
    /// @param adviser the ERP's code, or null
    /// @return null when the address, or the adviser, has an open account already
    @Transactional
    public @Nullable StaffMember add(
            String actor, String name, String email, StaffRole role, List<String> agencies, @Nullable String adviser) {
        String address = email.strip();
        if (table.byEmail(address) != null || (adviser != null && table.adviser(adviser) != null)) {
            return null;
        }
        StaffMember member = new StaffMember(
                Ids.next(clock), name.strip(), address, role, agencies, adviser, null, null, null, false);
        try {
            table.add(member, clock.instant());
        } catch (DuplicateKeyException e) {
            return null; // somebody else was a moment faster
        }
        audit.note(actor, "staff added", subject(member.id()));
        return member;
    }

    /// @return whether the adviser was free
    @Transactional
    public boolean assign(String actor, UUID member, StaffRole role, List<String> agencies, @Nullable String adviser) {
        StaffMember holder = adviser == null ? null : table.adviser(adviser);
        if (holder != null && !holder.id().equals(member)) {
            return false;
        }
        table.assign(member, role, agencies, adviser);
        audit.note(actor, "staff assigned " + role + " " + String.join(",", agencies), subject(member));
        return true;
    }

    /// @param from null: back again
    @Transactional
    public void away(
            String actor, UUID member, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable UUID standIn) {
        table.away(member, from, from == null ? null : until, from == null ? null : standIn);
        audit.note(actor, from == null ? "staff back" : "staff away", subject(member));
    }

    @Transactional
    public void close(String actor, UUID member) {
        table.close(member, clock.instant());
        audit.note(actor, "staff closed", subject(member));
    }

    private static String subject(UUID member) {
        return "staff:" + member;
    }
}
