package fr.opalconnect.access;

import fr.opalconnect.access.PasswordRules.Verdict;
import fr.opalconnect.access.StaffInvitations.Open;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.platform.Code;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Limits.Answer.Refused;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/// From an invitation to an account that opens: a password, and a phone that has shown that it works.
@Component
class StaffEnrolment {
    /// What came of it.
    sealed interface Ending {
        /// @param token for the browser to hold: it is signed in
        /// @param codes to be shown once
        record Enrolled(String token, List<String> codes) implements Ending {}

        /// @param verdict never GOOD
        record Weak(Verdict verdict) implements Ending {}

        record WrongCode() implements Ending {}

        record TooMany(Instant until) implements Ending {}

        record Busy() implements Ending {}

        /// Used, too old, or replaced by a newer one.
        record Gone() implements Ending {}
    }

    private final StaffInvitations invitations;
    private final StaffLogins logins;
    private final PasswordRules rules;
    private final PasswordWork work;
    private final Limits limits;
    private final InstantSource clock;

    StaffEnrolment(
            StaffInvitations invitations,
            StaffLogins logins,
            PasswordRules rules,
            PasswordWork work,
            Limits limits,
            InstantSource clock) {
        this.invitations = invitations;
        this.logins = logins;
        this.rules = rules;
        this.work = work;
        this.limits = limits;
        this.clock = clock;
    }

    /// @param code that the phone shows, with the key of this invitation
    Ending enrol(String token, String password, String code, String device) {
        Open open = invitations.find(token);
        if (open == null) {
            return new Ending.Gone();
        }
        StaffMember member = open.member();
        if (limits.spend(Limit.STAFF_PROOF_PER_ACCOUNT, member.id().toString()) instanceof Refused refused) {
            return new Ending.TooMany(refused.until());
        }
        Verdict verdict = rules.judge(password, personal(member));
        if (verdict != Verdict.GOOD) {
            return new Ending.Weak(verdict);
        }
        Code read = Code.read(code);
        long step = read == null ? -1 : Totp.match(open.invitation().totpKey(), read.digits(), clock.instant());
        if (step < 0) {
            return new Ending.WrongCode();
        }
        String hash = work.hash(password);
        return hash == null ? new Ending.Busy() : logins.enrol(token, open.invitation(), hash, step, device);
    }

    /// What belongs to them, and so is the first that is tried.
    static List<String> personal(StaffMember member) {
        List<String> known = new ArrayList<>(Arrays.asList(member.name().split("\\s+")));
        known.add(member.email());
        known.addAll(Arrays.asList(member.email().split("[@.]")));
        return known;
    }
}
