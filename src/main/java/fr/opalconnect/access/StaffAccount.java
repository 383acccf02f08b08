package fr.opalconnect.access;

import fr.opalconnect.access.PasswordRules.Verdict;
import fr.opalconnect.access.StaffLoginTable.Login;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Code;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Limits.Answer.Refused;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What somebody at the desk changes of what they sign in with. Each change asks again for something that only they
/// have: a desk that was left open is not enough.
@Component
class StaffAccount {
    /// What came of it.
    sealed interface Ending {
        record Done() implements Ending {}

        /// @param codes to be shown once
        record Renewed(List<String> codes) implements Ending {}

        /// @param verdict never GOOD
        record Weak(Verdict verdict) implements Ending {}

        record WrongPassword() implements Ending {}

        record WrongCode() implements Ending {}

        record TooMany(Instant until) implements Ending {}

        record Busy() implements Ending {}
    }

    private final StaffLoginTable table;
    private final StaffLogins logins;
    private final StaffProof proof;
    private final PasswordCheck passwords;
    private final Limits limits;
    private final InstantSource clock;

    StaffAccount(
            StaffLoginTable table,
            StaffLogins logins,
            StaffProof proof,
            PasswordCheck passwords,
            Limits limits,
            InstantSource clock) {
        this.table = table;
        this.logins = logins;
        this.proof = proof;
        this.passwords = passwords;
        this.limits = limits;
        this.clock = clock;
    }

    Ending changePassword(SignedInStaff who, String present, String next) {
        Ending refused = refused(who);
        if (refused != null) {
            return refused;
        }
        String before = table.find(who.id()).passwordHash();
        return switch (passwords.compare(present, before)) {
            case BUSY -> new Ending.Busy();
            case WRONG -> new Ending.WrongPassword();
            case RIGHT -> replacePassword(who, Objects.requireNonNull(before), next);
        };
    }

    private Ending replacePassword(SignedInStaff who, String before, String next) {
        Verdict verdict = passwords.judge(next, Arrays.asList(who.name().split("\\s+")));
        if (verdict != Verdict.GOOD) {
            return new Ending.Weak(verdict);
        }
        String hash = passwords.hash(next);
        if (hash == null) {
            return new Ending.Busy();
        }
        return logins.replacePassword(who, before, hash) ? new Ending.Done() : new Ending.WrongPassword();
    }

    /// @param code of the phone
    Ending renewCodes(SignedInStaff who, String code) {
        Ending refused = refused(who);
        if (refused != null) {
            return refused;
        }
        return proof.prove(who.id(), code) ? new Ending.Renewed(logins.renewCodes(who)) : new Ending.WrongCode();
    }

    /// The key of another phone, the same until it is taken or a code of it is never typed.
    byte @Nullable [] nextKey(SignedInStaff who) {
        Login login = table.find(who.id());
        if (login.passwordHash() == null) {
            return null; // who comes from the identity provider has no phone here
        }
        byte[] key = login.nextTotpKey();
        if (key == null) {
            key = Totp.freshKey();
            table.keepNextKey(who.id(), key);
        }
        return key;
    }

    /// @param code that the new phone shows
    Ending changePhone(SignedInStaff who, String password, String code) {
        Ending refused = refused(who);
        if (refused != null) {
            return refused;
        }
        Login login = table.find(who.id());
        return switch (passwords.compare(password, login.passwordHash())) {
            case BUSY -> new Ending.Busy();
            case WRONG -> new Ending.WrongPassword();
            case RIGHT -> takePhone(who, login.nextTotpKey(), code);
        };
    }

    private Ending takePhone(SignedInStaff who, byte @Nullable [] key, String code) {
        Code read = Code.read(code);
        long step = key == null || read == null ? -1 : Totp.match(key, read.digits(), clock.instant());
        if (step < 0) {
            return new Ending.WrongCode();
        }
        logins.replacePhone(who, step);
        return new Ending.Done();
    }

    private @Nullable Ending refused(SignedInStaff who) {
        return limits.spend(Limit.STAFF_PROOF_PER_ACCOUNT, who.id().toString()) instanceof Refused refused
                ? new Ending.TooMany(refused.until())
                : null;
    }
}
