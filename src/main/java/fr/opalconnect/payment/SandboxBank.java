package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.payment.provider.Outcome;
import fr.opalconnect.payment.provider.Sandbox;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The bank of the demonstration, of tests and of benchmarks: does whatever banks do, when it is told to.
@Component
@ConditionalOnProperty(name = "opal.payment.provider", havingValue = "sandbox")
public class SandboxBank {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    /// What somebody can do on its page, or what happens to them there.
    public enum Act {
        ACCEPT(Outcome.PAID),
        REFUSE(Outcome.REFUSED),
        ABANDON(Outcome.ABANDONED),
        /// Nobody does anything; nobody is told.
        TIME_OUT(Outcome.EXPIRED),
        /// Paid, and said twice.
        TWICE(Outcome.PAID),
        /// Paid, and said after a while.
        LATE(Outcome.PAID),
        /// Paid, and what went before is said after it.
        OUT_OF_ORDER(Outcome.PAID),
        /// Paid, and never said.
        NEVER(Outcome.PAID),
        /// The bank looks at it first, and says yes after a while.
        REVIEW(Outcome.RUNNING),
        /// Paid, and after a while the money does not come.
        FAIL_LATER(Outcome.PAID);

        private final Outcome outcome;

        Act(Outcome outcome) {
            this.outcome = outcome;
        }
    }

    /// One order.
    ///
    /// @param state null while nothing has happened; then PAID, RUNNING, REFUSED, ABANDONED, EXPIRED, FAILED_LATER
    public record Bill(
            String number,
            String reference,
            Money amount,
            String subject,
            URI returnTo,
            URI notifyAt,
            Instant begunAt,
            @Nullable String state,
            String transaction,
            Instant changedAt) {
        /// What nobody has paid in time can't be paid any more.
        public @Nullable String stateAt(Instant now) {
            return state == null && !now.isBefore(begunAt.plus(Sandbox.PAGE_LIVES)) ? Outcome.EXPIRED.name() : state;
        }
    }

    private final SandboxTable table;
    private final SandboxPost post;
    private final ProviderSettings settings;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    SandboxBank(
            SandboxTable table,
            SandboxPost post,
            ProviderSettings settings,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.table = table;
        this.post = post;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    public @Nullable Bill bill(String number) {
        return table.find(number, "");
    }

    /// Does it, once; what is to be said now is under way when this returns.
    ///
    /// @return false when the order is not open (any more)
    public boolean act(String number, Act act) {
        List<Long> words = new ArrayList<>();
        if (!Boolean.TRUE.equals(transaction.execute(status -> decide(number, act, words)))) {
            return false;
        }
        words.forEach(post::sendNow);
        return true;
    }

    /// @param words what is to be said now
    private boolean decide(String number, Act act, List<Long> words) {
        Instant now = clock.instant();
        String tried = Long.toString(RANDOM.nextLong(1_000_000_000L, 10_000_000_000L));
        if (!table.decide(number, act.outcome, tried, now, now.minus(Sandbox.PAGE_LIVES))) {
            return false;
        }
        Duration later = settings.sandboxLateAfter();
        switch (act) {
            case ACCEPT, REFUSE, ABANDON -> words.add(say(number, act.outcome, now));
            case TWICE -> {
                words.add(say(number, Outcome.PAID, now));
                later(number, Outcome.PAID, false, SOON);
            }
            case LATE -> later(number, Outcome.PAID, false, later);
            case OUT_OF_ORDER -> {
                words.add(say(number, Outcome.PAID, now));
                later(number, Outcome.RUNNING, false, SOON);
                later(number, Outcome.REFUSED, false, SOON.multipliedBy(2));
            }
            case REVIEW -> {
                words.add(say(number, Outcome.RUNNING, now));
                later(number, Outcome.PAID, true, later);
            }
            case FAIL_LATER -> {
                words.add(say(number, Outcome.PAID, now));
                later(number, Outcome.FAILED_LATER, true, later);
            }
            case TIME_OUT, NEVER -> {}
        }
        return true;
    }

    private long say(String number, Outcome outcome, Instant now) {
        return table.plan(number, outcome, false, now);
    }

    private void later(String number, Outcome outcome, boolean moves, Duration after) {
        Instant due = clock.instant().plus(after);
        post.sendAt(table.plan(number, outcome, moves, due), due);
    }
}
