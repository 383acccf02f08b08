package fr.opalconnect.access;

import fr.opalconnect.access.StaffLoginTable.Login;
import fr.opalconnect.landlord.StaffDirectory;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Limits.Answer.Refused;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// E-mail, password and the phone's code open a session at the desk. All three are asked at once: whatever is wrong,
/// the answer and the work are the same, and nobody learns that they have guessed a password.
@Component
class StaffSignIn {
    /// What came of it.
    sealed interface Ending {
        /// @param token    for the browser to hold
        /// @param recovery whether a recovery code stood in for the phone
        record In(String token, boolean recovery) implements Ending {}

        record Wrong() implements Ending {}

        record TooMany(Instant until) implements Ending {}

        /// Too many people sign in right now.
        record Busy() implements Ending {}
    }

    private final Limits limits;
    private final StaffDirectory directory;
    private final StaffLoginTable logins;
    private final PasswordWork passwords;
    private final StaffProof proof;
    private final Audit audit;

    StaffSignIn(
            Limits limits,
            StaffDirectory directory,
            StaffLoginTable logins,
            PasswordWork passwords,
            StaffProof proof,
            Audit audit) {
        this.limits = limits;
        this.directory = directory;
        this.logins = logins;
        this.passwords = passwords;
        this.proof = proof;
        this.audit = audit;
    }

    /// @param network who asks
    /// @param code    of the phone, or a recovery code
    Ending signIn(String network, String email, String password, String code, String device) {
        // Folded once: were it counted in another spelling than it is found by, each spelling would have tries of its
        // own.
        String account = email.strip().toLowerCase(Locale.ROOT);
        Instant refused = refusedUntil(network, account);
        if (refused != null) {
            return new Ending.TooMany(refused);
        }
        StaffMember member = directory.byEmail(account);
        Login login = logins.find(member == null ? null : member.id());
        return switch (passwords.compare(password, login.passwordHash())) {
            case BUSY -> new Ending.Busy();
            case WRONG -> wrong(member);
            case RIGHT -> member == null ? wrong(null) : open(member, login, password, code, device);
        };
    }

    private Ending open(StaffMember member, Login login, String password, String code, String device) {
        return switch (proof.open(member.id(), renewed(member, login, password), code, device)) {
            case StaffProof.Opened opened -> new Ending.In(opened.token(), opened.recovery());
            case null -> wrong(member);
        };
    }

    private Login renewed(StaffMember member, Login login, String password) {
        String hash = login.passwordHash();
        if (hash == null || !passwords.isOutdated(hash)) {
            return login;
        }
        String anew = passwords.hash(password);
        return anew != null && logins.rehash(member.id(), hash, anew) ? login.with(anew) : login;
    }

    private Ending wrong(@Nullable StaffMember member) {
        audit.note("visitor", "desk sign-in failed", member == null ? null : StaffSessions.actor(member.id()));
        return new Ending.Wrong();
    }

    private @Nullable Instant refusedUntil(String network, String account) {
        if (limits.spend(Limit.STAFF_SIGN_IN_PER_ADDRESS, network) instanceof Refused refused) {
            return refused.until();
        }
        return limits.spend(Limit.STAFF_SIGN_IN_PER_ACCOUNT, account) instanceof Refused refused
                ? refused.until()
                : null;
    }
}
