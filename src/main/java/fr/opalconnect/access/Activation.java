package fr.opalconnect.access;

import fr.opalconnect.access.Claim.Stage;
import fr.opalconnect.access.Claims.Proof;
import fr.opalconnect.access.Claims.Resend;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.Notifications;
import fr.opalconnect.platform.Code;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Limits.Answer.Refused;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Language;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// From the two printed numbers to a code that proves them. Nothing here depends on whether the pair exists but what
/// is written into the claim: the same limits are spent, the same statements run, a message is staged either way.
@Component
class Activation {
    /// What came of the two numbers.
    sealed interface Begun {
        /// @param token for the browser to hold
        record Claimed(String token) implements Begun {}

        /// The browser holds that claim already: it goes on with it, and waits for a new code like anybody else.
        record Again(Resend resend) implements Begun {}

        record TooMany(Instant until) implements Begun {}
    }

    /// What came of a code, or of asking for another.
    sealed interface Entered {
        record Proved(Proof proof) implements Entered {}

        record Resent(Resend resend) implements Entered {}

        record TooMany(Instant until) implements Entered {}
    }

    private final Tenancies tenancies;
    private final Decoys decoys;
    private final Notifications notifications;
    private final Limits limits;
    private final Claims claims;
    private final InstantSource clock;

    Activation(
            Tenancies tenancies,
            Decoys decoys,
            Notifications notifications,
            Limits limits,
            Claims claims,
            InstantSource clock) {
        this.tenancies = tenancies;
        this.decoys = decoys;
        this.notifications = notifications;
        this.limits = limits;
        this.claims = claims;
        this.clock = clock;
    }

    /// @param network who asks
    /// @param chosen  the language that was chosen in this browser, if any
    /// @param held    the token that the browser holds already, if any
    Begun begin(String network, TypedPair pair, Purpose purpose, @Nullable Language chosen, @Nullable String held) {
        Claim before = claims.find(held);
        if (held != null && before != null && before.typed().key().equals(pair.key())) {
            Claim claim = claim(pair, purpose, chosen);
            if (before.isAgain(claim, clock.instant())) {
                return again(held, before, claim);
            }
        }
        Instant refused = spend(Limit.ACTIVATION_PER_ADDRESS, network);
        refused = refused == null ? spend(Limit.ACTIVATION_PER_PAIR, pair.key()) : refused;
        if (refused != null) {
            return new Begun.TooMany(refused);
        }
        Claim claim = claim(pair, purpose, chosen);
        refused = spendCode(claim);
        return refused == null ? new Begun.Claimed(claims.open(claim)) : new Begun.TooMany(refused);
    }

    /// Typing the two numbers once more is asking for a new code: no way round the wait, and the codes that were sent
    /// still serve.
    private Begun again(String held, Claim before, Claim claim) {
        if (before.isDoubleSubmit(claim, clock.instant())) {
            return new Begun.Claimed(held);
        }
        claims.turnTo(before, claim.purpose());
        return switch (resend(held, before)) {
            case Entered.Resent resent -> new Begun.Again(resent.resend());
            case Entered.TooMany many -> new Begun.TooMany(many.until());
            case Entered.Proved _ -> throw new IllegalStateException("nothing was to be proved");
        };
    }

    /// Whether a code can go to anybody by text message; one from the agency's counter serves all the same.
    boolean canText() {
        return notifications.canText();
    }

    @Nullable
    Claim find(@Nullable String token) {
        return claims.find(token);
    }

    Entered enterCode(String network, String token, Claim claim, Code code) {
        Instant refused = spend(Limit.CODE_TRIES_PER_ADDRESS, network);
        if (refused != null) {
            return new Entered.TooMany(refused);
        }
        refused = spend(Limit.CODE_TRIES_PER_PAIR, claim.typed().key());
        if (refused == null) {
            return new Entered.Proved(claims.prove(token, code));
        }
        return claims.proveByCounter(token, code)
                ? new Entered.Proved(new Proof.Right())
                : new Entered.TooMany(refused);
    }

    Entered resend(String token, Claim claim) {
        Instant next = claim.nextSendAt();
        if (next == null || clock.instant().isBefore(next)) {
            return new Entered.Resent(new Resend.NotYet(next));
        }
        Instant refused = spendCode(claim);
        return refused == null ? new Entered.Resent(claims.resend(token)) : new Entered.TooMany(refused);
    }

    /// What the browser will be shown is settled here, once: later pages only read the claim.
    private Claim claim(TypedPair pair, Purpose purpose, @Nullable Language chosen) {
        Phone decoy = decoys.of(pair);
        Tenancy tenancy = tenancies.match(pair.tenant(), pair.dwelling());
        Phone onFile = tenancy == null ? decoy : tenancy.phone();
        Phone shown = notifications.canText() && notifications.reaches(onFile) ? onFile : null;
        Instant now = clock.instant();
        return new Claim(
                Ids.next(clock),
                purpose,
                pair,
                tenancy == null ? null : tenancy.number(),
                tenancy == null ? null : shown,
                language(tenancy, chosen).locale(),
                shown == null ? null : shown.masked(),
                now,
                0,
                now,
                null,
                null);
    }

    /// What the tenant once chose, else what was chosen here, else what the ERP says.
    private static Language language(@Nullable Tenancy tenancy, @Nullable Language chosen) {
        if (chosen != null && (tenancy == null || !tenancy.chosen())) {
            return chosen;
        }
        return tenancy == null ? Language.FRENCH : Language.of(tenancy.language());
    }

    private @Nullable Instant spendCode(Claim claim) {
        return spend(
                Limit.CODE_PER_PHONE,
                claim.phone() == null
                        ? "none " + claim.typed().key()
                        : claim.phone().e164());
    }

    private @Nullable Instant spend(Limit limit, String subject) {
        return limits.spend(limit, subject) instanceof Refused refused ? refused.until() : null;
    }

    /// Whether the claim is at that stage now.
    boolean isAt(@Nullable Claim claim, Stage stage) {
        return claim != null && claim.stage(clock.instant()) == stage;
    }
}
