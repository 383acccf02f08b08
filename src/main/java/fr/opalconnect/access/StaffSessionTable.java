package fr.opalconnect.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The sessions at the desk that are open. One that ended has no row.
@Component
class StaffSessionTable {
    private static final String COLUMNS = "id, staff_id, device, started_at, seen_at";

    private final JdbcClient jdbc;
    private final StaffSettings settings;

    StaffSessionTable(JdbcClient jdbc, StaffSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    void add(StaffSession session, String token) {
        jdbc.sql("""
                        INSERT INTO access.staff_session (id, token_hash, staff_id, device, started_at, seen_at,
                            idle_ends_at, ends_at)
                        VALUES (:id, :token, :staff, :device, :now, :now, :idleEndsAt, :endsAt)
                        """)
                .param("id", session.id())
                .param("token", Tokens.hash(token))
                .param("staff", session.staff())
                .param("device", session.device())
                .param("now", utc(session.startedAt()))
                .param("idleEndsAt", utc(session.startedAt().plus(settings.sessionIdle())))
                .param("endsAt", utc(session.startedAt().plus(settings.sessionWhole())))
                .update();
    }

    /// Notes its use on the way.
    @Nullable
    StaffSession find(String token, Instant now) {
        return jdbc.sql("""
                        WITH found AS (
                            SELECT %1$s FROM access.staff_session
                            WHERE token_hash = :token AND idle_ends_at > :now AND ends_at > :now
                        ), noted AS (
                            UPDATE access.staff_session s SET seen_at = :now, idle_ends_at = :idleEndsAt
                            FROM found f WHERE s.id = f.id AND f.seen_at < :noted
                        )
                        SELECT %1$s FROM found
                        """.formatted(COLUMNS))
                .param("token", Tokens.hash(token))
                .param("now", utc(now))
                .param("idleEndsAt", utc(now.plus(settings.sessionIdle())))
                .param("noted", utc(now.minus(SessionLife.NOTED_EVERY)))
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    /// The one used last first.
    List<StaffSession> of(UUID staff, Instant now) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM access.staff_session
                        WHERE staff_id = :staff AND idle_ends_at > :now AND ends_at > :now ORDER BY seen_at DESC
                        """)
                .param("staff", staff)
                .param("now", utc(now))
                .query((row, index) -> read(row))
                .list();
    }

    /// @return whether it was open, and theirs
    boolean end(UUID id, UUID staff) {
        return jdbc.sql("DELETE FROM access.staff_session WHERE id = :id AND staff_id = :staff")
                        .param("id", id)
                        .param("staff", staff)
                        .update()
                > 0;
    }

    /// @param but the one that stays; null ends all
    /// @return those that were open
    List<UUID> endAll(UUID staff, @Nullable UUID but) {
        return jdbc.sql("""
                        DELETE FROM access.staff_session
                        WHERE staff_id = :staff AND id IS DISTINCT FROM :but::uuid RETURNING id
                        """)
                .param("staff", staff)
                .param("but", but)
                .query(UUID.class)
                .list();
    }

    /// @return null when it had ended already
    @Nullable
    StaffSession endByToken(String token) {
        return jdbc.sql("DELETE FROM access.staff_session WHERE token_hash = :token RETURNING " + COLUMNS)
                .param("token", Tokens.hash(token))
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    void forgetEnded(Instant now) {
        jdbc.sql("DELETE FROM access.staff_session WHERE ends_at < :now OR idle_ends_at < :now")
                .param("now", utc(now))
                .update();
    }

    private static StaffSession read(ResultSet row) throws SQLException {
        return new StaffSession(
                row.getObject("id", UUID.class),
                row.getObject("staff_id", UUID.class),
                row.getString("device"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
