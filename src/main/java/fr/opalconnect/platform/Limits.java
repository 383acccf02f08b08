package fr.opalconnect.platform;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Spends the limits of [Limit]. One round trip when granted.
@Component
public class Limits {
    /// Whether one more is allowed.
    public sealed interface Answer {
        record Granted() implements Answer {}

        /// @param until when the next try will be granted
        record Refused(Instant until) implements Answer {}
    }

    private static final Answer GRANTED = new Answer.Granted();

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final InstantSource clock;

    Limits(JdbcClient jdbc, Secrets secrets, InstantSource clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Takes one use of a limit, or says when to come back. Runs in a transaction of its own when the caller has none.
    ///
    /// @param subject who is limited: an address, a number; kept only as a keyed hash
    public Answer spend(Limit limit, String subject) {
        byte[] key = secrets.mac("limits", limit.name() + '\n' + subject);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        boolean granted = jdbc.sql("""
                        INSERT INTO platform.rate_limit AS r (limit_name, subject, full_at)
                        VALUES (:limit, :subject, :now + make_interval(secs => :interval))
                        ON CONFLICT (limit_name, subject) DO UPDATE
                        SET full_at = greatest(r.full_at, :now) + make_interval(secs => :interval)
                        WHERE greatest(r.full_at, :now) + make_interval(secs => :interval)
                              <= :now + make_interval(secs => :period)
                        RETURNING true
                        """)
                .param("limit", limit.name())
                .param("subject", key)
                .param("now", now)
                .param("interval", seconds(limit.interval()))
                .param("period", seconds(limit.period()))
                .query(Boolean.class)
                .optional()
                .isPresent();
        return granted ? GRANTED : new Answer.Refused(nextGrant(limit, key));
    }

    /// The share of a limit that is spent just now, 0 to 1.
    public double spent(Limit limit, String subject) {
        return jdbc.sql("""
                        SELECT greatest(0, extract(epoch FROM full_at - :now)) / :period FROM platform.rate_limit
                        WHERE limit_name = :limit AND subject = :subject
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("period", seconds(limit.period()))
                .param("limit", limit.name())
                .param("subject", secrets.mac("limits", limit.name() + '\n' + subject))
                .query(Double.class)
                .optional()
                .orElse(0.0);
    }

    /// What was taken is not used after all.
    public void giveBack(Limit limit, String subject) {
        jdbc.sql("""
                        UPDATE platform.rate_limit SET full_at = full_at - make_interval(secs => :interval)
                        WHERE limit_name = :limit AND subject = :subject
                        """)
                .param("interval", seconds(limit.interval()))
                .param("limit", limit.name())
                .param("subject", secrets.mac("limits", limit.name() + '\n' + subject))
                .update();
    }

    /// Begins anew for one of whom it is known who they are.
    public void forget(Limit limit, String subject) {
        jdbc.sql("DELETE FROM platform.rate_limit WHERE limit_name = :limit AND subject = :subject")
                .param("limit", limit.name())
                .param("subject", secrets.mac("limits", limit.name() + '\n' + subject))
                .update();
    }

    private Instant nextGrant(Limit limit, byte[] key) {
        OffsetDateTime fullAt = jdbc.sql(
                        "SELECT full_at FROM platform.rate_limit WHERE limit_name = :limit AND subject = :subject")
                .param("limit", limit.name())
                .param("subject", key)
                .query(OffsetDateTime.class)
                .single();
        return fullAt.toInstant().plus(limit.interval()).minus(limit.period());
    }

    private static double seconds(java.time.Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
