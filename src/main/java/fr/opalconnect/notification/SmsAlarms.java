package fr.opalconnect.notification;

import fr.opalconnect.kernel.SignedInStaff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What rings about text messages: told at the desk to whoever may do something about it, as long as it is so.
@Component
public class SmsAlarms {
    /// For so long after it was last found.
    private static final Duration SHOWN = Duration.ofMinutes(15);

    public enum Kind {
        /// Many codes go out, few come back.
        FEW_CODES_USED,
        /// Most of what may go out in an hour has gone out.
        LIMIT_NEAR
    }

    /// @param figures what was counted
    public record Alarm(Kind kind, String figures, Instant since) {
        public String textKey() {
            return "notification.desk.sms.alarm."
                    + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final JdbcClient jdbc;
    private final InstantSource clock;

    SmsAlarms(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @return whether it did not ring already
    public boolean ring(Kind kind, String figures) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        INSERT INTO notification.alarm AS a (kind, figures, rang_at, until)
                        VALUES (:kind, :figures, :now, :until)
                        ON CONFLICT (kind) DO UPDATE SET figures = :figures, until = :until,
                            rang_at = CASE WHEN a.until > :now THEN a.rang_at ELSE :now END
                        RETURNING rang_at = :now
                        """)
                .param("kind", kind.name())
                .param("figures", figures)
                .param("now", utc(now))
                .param("until", utc(now.plus(SHOWN)))
                .query(Boolean.class)
                .single();
    }

    /// What rings now; nothing for who may not do anything about it.
    public List<Alarm> ringing(SignedInStaff who) {
        if (!SmsDesk.mayLook(who)) {
            return List.of();
        }
        return jdbc.sql("SELECT kind, figures, rang_at FROM notification.alarm WHERE until > :now ORDER BY kind")
                .param("now", utc(clock.instant()))
                .query((row, index) -> new Alarm(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("figures"),
                        row.getObject("rang_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
