package fr.opalconnect.access;

import fr.opalconnect.access.Claim.Stage;
import fr.opalconnect.platform.Code;
import fr.opalconnect.platform.Secrets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the claims that are on their way, and their codes. Whether a claim is somebody's or nobody's, the same
/// statements run.
@Component
class Claims {
    /// What came of a typed code.
    sealed interface Proof {
        record Right() implements Proof {}

        /// @param left how often the code may still be tried
        record Wrong(int left) implements Proof {}

        /// All codes of this claim are too old, or were tried too often.
        record NoLivingCode() implements Proof {}

        /// There is nothing to prove: the claim expired, or went on in another tab.
        record NotNow(@Nullable Claim claim) implements Proof {}
    }

    /// What came of asking for a new code.
    sealed interface Resend {
        record Sent() implements Resend {}

        /// @param at when it may be asked for; null when there will be no more
        record NotYet(@Nullable Instant at) implements Resend {}

        record NotNow() implements Resend {}
    }

    private final ActivationTable claims;
    private final CodeTable codes;
    private final CounterCodeBook counter;
    private final Outbox outbox;
    private final Secrets secrets;
    private final InstantSource clock;

    Claims(
            ActivationTable claims,
            CodeTable codes,
            CounterCodeBook counter,
            Outbox outbox,
            Secrets secrets,
            InstantSource clock) {
        this.claims = claims;
        this.codes = codes;
        this.counter = counter;
        this.outbox = outbox;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Nullable
    Claim find(@Nullable String token) {
        return token == null ? null : claims.find(token);
    }

    /// @return the token that the browser is to hold
    @Transactional
    String open(Claim claim) {
        String token = Tokens.fresh();
        claims.add(claim, token);
        send(claim);
        return token;
    }

    /// The same claim, with the words of another purpose.
    void turnTo(Claim claim, Purpose purpose) {
        claims.turnTo(claim.id(), purpose);
    }

    @Transactional
    Resend resend(String token) {
        Claim claim = claims.lock(token);
        Instant now = clock.instant();
        if (claim == null || claim.stage(now) != Stage.ENTER_CODE) {
            return new Resend.NotNow();
        }
        Instant next = claim.nextSendAt();
        if (next == null || now.isBefore(next)) {
            return new Resend.NotYet(next);
        }
        send(claim);
        return new Resend.Sent();
    }

    @Transactional
    Proof prove(String token, Code typed) {
        Claim claim = claims.lock(token);
        Instant now = clock.instant();
        if (claim == null || !claim.takesCode(now)) {
            return new Proof.NotNow(claim);
        }
        List<CodeTable.Kept> living = codes.spendTry(claim.id(), now);
        byte[] hash = hash(claim.id(), typed);
        boolean right = false;
        int left = 0;
        for (CodeTable.Kept code : living) {
            right |= MessageDigest.isEqual(code.hash(), hash);
            left = Math.max(left, code.left());
        }
        // Tried for everybody, and not among the tries that are left: a stranger must not learn that there is one.
        right |= counter.use(claim, typed);
        if (right && claim.tenant() != null) {
            claims.prove(claim.id(), now);
            return new Proof.Right();
        }
        return left == 0 ? new Proof.NoLivingCode() : new Proof.Wrong(left);
    }

    /// The same where no more codes may be typed for the pair: strangers who hold somebody's rent notice may have used
    /// them up, but not those at the code that was handed to the tenant.
    @Transactional
    boolean proveByCounter(String token, Code typed) {
        Claim claim = claims.lock(token);
        Instant now = clock.instant();
        if (claim == null || !claim.takesCode(now) || !counter.use(claim, typed)) {
            return false;
        }
        claims.prove(claim.id(), now);
        return true;
    }

    /// A new code beside those that still live: what arrives late works all the same, until its own end.
    private void send(Claim claim) {
        Instant now = clock.instant();
        Code code = Code.fresh();
        int number = claims.countSend(claim.id(), now);
        UUID delivery = outbox.send(claim, code, now.plus(Code.LIFE));
        codes.add(claim.id(), number, hash(claim.id(), code), now.plus(Code.LIFE), delivery);
    }

    private byte[] hash(UUID claim, Code code) {
        return secrets.mac("codes", claim + "\n" + code.digits());
    }
}
