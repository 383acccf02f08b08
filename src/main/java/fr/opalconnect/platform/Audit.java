package fr.opalconnect.platform;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who did what, when: one appended line. Never what was typed, never a code or a password.
@Component
public class Audit {
    /// What was noted.
    public record Noted(
            Instant at, String actor, String act, @Nullable String subject) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Audit(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param actor   `tenant:48213`, `erp`, `job`
    /// @param act     a verb in the past, `signed in`
    /// @param subject whom or what it was done to, when that is somebody else
    public void note(String actor, String act, @Nullable String subject) {
        jdbc.sql("INSERT INTO platform.audit_line (at, actor, act, subject) VALUES (:at, :actor, :act, :subject)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("act", act)
                .param("subject", subject)
                .update();
    }

    /// What somebody did, and what was done to them, the latest first.
    ///
    /// @param who as an actor, `tenant:48213`, and as a subject, `48213`
    /// @param acts only these
    public List<Noted> about(String who, String subject, Collection<String> acts, int most) {
        return jdbc.sql("""
                        (SELECT id, at, actor, act, subject FROM platform.audit_line
                         WHERE actor = :who AND act = ANY(:acts) ORDER BY at DESC LIMIT :most)
                        UNION
                        (SELECT id, at, actor, act, subject FROM platform.audit_line
                         WHERE subject = :subject AND act = ANY(:acts) ORDER BY at DESC LIMIT :most)
                        ORDER BY at DESC, id DESC LIMIT :most
                        """)
                .param("who", who)
                .param("subject", subject)
                .param("acts", acts.toArray(String[]::new))
                .param("most", most)
                .query((row, index) -> new Noted(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("act"),
                        row.getString("subject")))
                .list();
    }
}
