package fr.opalconnect.access;

import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.StaffDirectory;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.landlord.Staffing;
import fr.opalconnect.platform.Audit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens and closes the desk to people. Who may say so is decided by whoever calls: [Team] for somebody at the desk,
/// the operating system for somebody at the terminal.
@Component
public class StaffAccounts {
    /// What came of adding somebody.
    public sealed interface Added {
        /// @param path of the invitation, to be put after the site's address: it opens once, and is shown nowhere again
        record Invited(StaffMember member, String path, Instant until) implements Added {}

        /// The address, or the adviser, has an account already.
        record Taken() implements Added {}
    }

    private final StaffDirectory directory;
    private final Staffing staffing;
    private final StaffInvitations invitations;
    private final StaffLogins logins;
    private final Audit audit;

    StaffAccounts(
            StaffDirectory directory,
            Staffing staffing,
            StaffInvitations invitations,
            StaffLogins logins,
            Audit audit) {
        this.directory = directory;
        this.staffing = staffing;
        this.invitations = invitations;
        this.logins = logins;
        this.audit = audit;
    }

    /// @param actor   as the audit names them
    /// @param adviser the ERP's code of the resident adviser they are, or null
    @Transactional
    public Added add(
            String actor, String name, String email, StaffRole role, List<String> agencies, @Nullable String adviser) {
        StaffMember member = staffing.add(actor, name, email, role, agencies, adviser);
        return member == null ? new Added.Taken() : invite(actor, member);
    }

    /// A new link for somebody; the one before opens nothing any more. What they sign in with stays until it is used.
    @Transactional
    public Added.Invited invite(String actor, StaffMember member) {
        StaffInvitations.Made made = invitations.make(member);
        audit.note(actor, "staff invited", StaffSessions.actor(member.id()));
        return new Added.Invited(member, StaffInvitationPage.PATH + "?jeton=" + made.token(), made.until());
    }

    /// The phone is lost, or the account may be in wrong hands: nothing opens it any more but the new link.
    @Transactional
    public Added.Invited reset(String actor, StaffMember member) {
        logins.shut(actor, member.id());
        return invite(actor, member);
    }

    /// Their name stays on what they wrote.
    @Transactional
    public void close(String actor, UUID member) {
        logins.shut(actor, member);
        staffing.close(actor, member);
    }

    /// Everyone whose account is open, by name.
    public List<StaffMember> all() {
        return directory.all();
    }
}
