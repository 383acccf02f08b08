package fr.opalconnect.platform;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who did what, when: one appended line. Never what was typed, never a code or a password.
@Component
public class Audit {
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
}
