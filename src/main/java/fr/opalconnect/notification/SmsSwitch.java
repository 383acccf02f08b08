package fr.opalconnect.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether text messages go out at all. Every page that could send one asks, so it is remembered for a moment; the
/// node on which somebody switches knows at once.
@Component
class SmsSwitch {
    /// How it stands, and who wanted it so.
    record Position(boolean on, String reason, String by, Instant at) {}

    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private volatile boolean on = true;
    private volatile @Nullable Instant asked;

    SmsSwitch(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isOn() {
        Instant now = clock.instant();
        Instant last = asked;
        if (last == null || !last.plus(REMEMBERED).isAfter(now)) {
            Position position = position();
            on = position == null || position.on();
            asked = now;
        }
        return on;
    }

    /// @return null when nobody ever switched
    @Nullable
    Position position() {
        return jdbc.sql("SELECT is_on, reason, by_name, changed_at FROM notification.sms_switch")
                .query((row, index) -> new Position(
                        row.getBoolean("is_on"),
                        row.getString("reason"),
                        row.getString("by_name"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(null);
    }

    void change(boolean to, String reason, String by) {
        jdbc.sql("""
                        INSERT INTO notification.sms_switch (is_on, reason, by_name, changed_at)
                        VALUES (:on, :reason, :by, :now)
                        ON CONFLICT (single) DO UPDATE SET is_on = excluded.is_on, reason = excluded.reason,
                            by_name = excluded.by_name, changed_at = excluded.changed_at
                        """)
                .param("on", to)
                .param("reason", reason)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        asked = null;
    }
}
