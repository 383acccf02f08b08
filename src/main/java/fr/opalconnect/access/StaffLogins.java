package fr.opalconnect.access;

import fr.opalconnect.access.StaffInvitationTable.Invitation;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Audit;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what a new password or a new phone brings with it, all or nothing.
@Component
class StaffLogins {
    private final StaffInvitationTable invitations;
    private final StaffLoginTable logins;
    private final RecoveryCodes recovery;
    private final StaffSessions sessions;
    private final Audit audit;
    private final InstantSource clock;

    StaffLogins(
            StaffInvitationTable invitations,
            StaffLoginTable logins,
            RecoveryCodes recovery,
            StaffSessions sessions,
            Audit audit,
            InstantSource clock) {
        this.invitations = invitations;
        this.logins = logins;
        this.recovery = recovery;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Uses up the invitation. Of two submits at once the second finds it used.
    @Transactional
    StaffEnrolment.Ending enrol(String token, Invitation invitation, String hash, long step, String device) {
        if (!invitations.use(token)) {
            return new StaffEnrolment.Ending.Gone();
        }
        UUID staff = invitation.staff();
        logins.set(staff, hash, invitation.totpKey(), step, clock.instant());
        sessions.endAll(staff);
        audit.note(StaffSessions.actor(staff), "enrolled", null);
        return new StaffEnrolment.Ending.Enrolled(sessions.start(staff, device, "invitation"), recovery.renew(staff));
    }

    /// The other sessions end: whoever knew the old password is out.
    ///
    /// @param before what the present one was compared with
    /// @return whether it still was the password, and their session open
    @Transactional
    boolean replacePassword(SignedInStaff who, String before, String hash) {
        if (!logins.holds(who.id(), before) || !sessions.isOpen(who)) {
            return false;
        }
        logins.setPassword(who.id(), hash, clock.instant());
        sessions.endOthers(who);
        audit.note(who.actor(), "password changed", null);
        return true;
    }

    /// @return to be shown once
    @Transactional
    List<String> renewCodes(SignedInStaff who) {
        audit.note(who.actor(), "recovery codes renewed", null);
        return recovery.renew(who.id());
    }

    @Transactional
    void replacePhone(SignedInStaff who, long step) {
        logins.takeNextKey(who.id(), step);
        sessions.endOthers(who);
        audit.note(who.actor(), "phone changed", null);
    }

    /// Nothing opens for them any more: no password, no phone, no recovery code, no session, no link.
    @Transactional
    void shut(String actor, UUID staff) {
        logins.forget(staff);
        recovery.forget(staff);
        invitations.withdraw(staff);
        sessions.endAll(staff);
        audit.note(actor, "desk access withdrawn", StaffSessions.actor(staff));
    }
}
