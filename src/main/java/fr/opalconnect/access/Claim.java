package fr.opalconnect.access;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A visitor's claim to be a tenant, on the way from the two numbers to a password. A claim to be nobody looks and
/// walks like any other, and never arrives.
///
/// @param tenant     null when the pair does not exist
/// @param phone      where codes go; null when they go nowhere
/// @param shownPhone the masked number that the page shows; null when the page asks to call
/// @param sends      how many codes were sent
/// @param provedAt   when a right code was entered
/// @param endedAt    when a password was chosen
record Claim(
        UUID id,
        Purpose purpose,
        TypedPair typed,
        @Nullable TenantNumber tenant,
        @Nullable Phone phone,
        Locale language,
        @Nullable String shownPhone,
        Instant startedAt,
        int sends,
        Instant sentAt,
        @Nullable Instant provedAt,
        @Nullable Instant endedAt) {
    /// Long enough for the last code to live its whole life.
    static final Duration LIFE = Duration.ofMinutes(20);

    /// When the codes may be sent, counted from the first one, and never closer than the shortest pause.
    private static final List<Duration> SENDS = List.of(
            Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10));

    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

    /// A second press on a slow line is not a second claim.
    private static final Duration DOUBLE_SUBMIT = Duration.ofSeconds(30);

    /// What the visitor can do now.
    enum Stage {
        /// There is no mobile to send a code to.
        CALL,
        ENTER_CODE,
        CHOOSE_PASSWORD,
        /// A password was chosen with it.
        ENDED,
        EXPIRED
    }

    Stage stage(Instant now) {
        if (endedAt != null) {
            return Stage.ENDED;
        }
        Instant since = provedAt == null ? startedAt : provedAt;
        if (!now.isBefore(since.plus(LIFE))) {
            return Stage.EXPIRED;
        }
        if (provedAt != null) {
            return Stage.CHOOSE_PASSWORD;
        }
        return shownPhone == null ? Stage.CALL : Stage.ENTER_CODE;
    }

    /// Whether a code may be typed: the one by SMS, or one that the agency handed out at its counter, which is also for
    /// those that no SMS reaches.
    boolean takesCode(Instant now) {
        Stage stage = stage(now);
        return stage == Stage.ENTER_CODE || stage == Stage.CALL;
    }

    /// When a new code may be asked for; null when there will be none.
    @Nullable
    Instant nextSendAt() {
        if (sends >= SENDS.size()) {
            return null;
        }
        Instant planned = startedAt.plus(SENDS.get(sends));
        Instant pause = sentAt.plus(SHORTEST_PAUSE);
        return planned.isAfter(pause) ? planned : pause;
    }

    /// Whether another one would be this one over again: the same numbers, and the code would go to the same place. It
    /// makes no difference whether somebody says to activate the account or to have forgotten the password.
    boolean isAgain(Claim other, Instant now) {
        return typed.key().equals(other.typed.key())
                && Objects.equals(tenant, other.tenant)
                && Objects.equals(phone, other.phone)
                && Objects.equals(shownPhone, other.shownPhone)
                && stage(now) == Stage.ENTER_CODE;
    }

    boolean isDoubleSubmit(Claim other, Instant now) {
        return purpose == other.purpose && now.isBefore(sentAt.plus(DOUBLE_SUBMIT));
    }
}
