package fr.opalconnect.access;

import fr.opalconnect.access.StaffLoginTable.Login;
import fr.opalconnect.platform.Code;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Uses up the code of somebody's phone, or a recovery code in its place: each opens once, on whichever node.
@Component
class StaffProof {
    /// @param token    for the browser to hold
    /// @param recovery whether a recovery code stood in for the phone
    record Opened(String token, boolean recovery) {}

    private final StaffLoginTable logins;
    private final RecoveryCodes recovery;
    private final StaffSessions sessions;
    private final InstantSource clock;

    StaffProof(StaffLoginTable logins, RecoveryCodes recovery, StaffSessions sessions, InstantSource clock) {
        this.logins = logins;
        this.recovery = recovery;
        this.sessions = sessions;
        this.clock = clock;
    }

    /// A code that was used and the session that it opened are one thing.
    ///
    /// @param login what the password was compared with
    /// @return null when the code is none of theirs, or was used before; or the password was changed meanwhile
    @Transactional
    @Nullable
    Opened open(UUID staff, Login login, String code, String device) {
        if (!logins.holds(staff, login.passwordHash())) {
            return null;
        }
        if (byPhone(staff, login.totpKey(), code)) {
            return new Opened(sessions.start(staff, device, "password"), false);
        }
        return isRecovery(code) && recovery.use(staff, code)
                ? new Opened(sessions.start(staff, device, "recovery code"), true)
                : null;
    }

    /// @return whether it is one of theirs, and was not used before; it is now
    @Transactional
    boolean prove(UUID staff, String code) {
        return byPhone(staff, logins.find(staff).totpKey(), code) || (isRecovery(code) && recovery.use(staff, code));
    }

    private boolean byPhone(UUID staff, byte @Nullable [] key, String code) {
        Code read = Code.read(code);
        if (key == null || read == null) {
            return false;
        }
        long step = Totp.match(key, read.digits(), clock.instant());
        return step >= 0 && logins.useStep(staff, step);
    }

    /// Cheap to tell, so that not each wrong code costs a statement more.
    private static boolean isRecovery(String code) {
        return Code.read(code) == null && code.strip().length() >= 10 && code.length() < 40;
    }
}
