package fr.opalconnect.access;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.TenantNumber;
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

/// The sessions that are open. One that ended has no row.
@Component
class SessionTable {
    private static final String COLUMNS = "id, tenant_number, lease_number, device, shared, started_at, seen_at";

    private final JdbcClient jdbc;

    SessionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Session session, String token) {
        SessionLife life = SessionLife.of(session.shared());
        jdbc.sql("""
                        INSERT INTO access.session (id, token_hash, tenant_number, lease_number, device, shared,
                            started_at, seen_at, idle, idle_ends_at, ends_at)
                        VALUES (:id, :token, :tenant, :lease, :device, :shared,
                            :now, :now, make_interval(secs => :idle), :idleEndsAt, :endsAt)
                        """)
                .param("id", session.id())
                .param("token", Tokens.hash(token))
                .param("tenant", session.tenant().value())
                .param("lease", session.lease() == null ? null : session.lease().value())
                .param("device", session.device())
                .param("shared", session.shared())
                .param("now", utc(session.startedAt()))
                .param("idle", (double) life.idle().toSeconds())
                .param("idleEndsAt", utc(session.startedAt().plus(life.idle())))
                .param("endsAt", utc(session.startedAt().plus(life.whole())))
                .update();
    }

    /// The session of a token, and now and then a note that it is in use: one round trip for both.
    @Nullable
    Session find(String token, Instant now) {
        return jdbc.sql("""
                        WITH found AS (
                            SELECT * FROM access.session
                            WHERE token_hash = :token AND idle_ends_at > :now AND ends_at > :now
                        ), noted AS (
                            UPDATE access.session s SET seen_at = :now, idle_ends_at = :now + s.idle
                            FROM found f WHERE s.id = f.id AND f.seen_at < :noted
                        )
                        SELECT %s FROM found
                        """.formatted(COLUMNS))
                .param("token", Tokens.hash(token))
                .param("now", utc(now))
                .param("noted", utc(now.minus(SessionLife.NOTED_EVERY)))
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    /// The one used last first.
    List<Session> of(TenantNumber tenant, Instant now) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM access.session
                        WHERE tenant_number = :tenant AND idle_ends_at > :now AND ends_at > :now
                        ORDER BY seen_at DESC
                        """)
                .param("tenant", tenant.value())
                .param("now", utc(now))
                .query((row, index) -> read(row))
                .list();
    }

    void lookAt(UUID id, LeaseNumber lease) {
        jdbc.sql("UPDATE access.session SET lease_number = :lease WHERE id = :id")
                .param("lease", lease.value())
                .param("id", id)
                .update();
    }

    boolean isOpen(UUID id) {
        return jdbc.sql("SELECT 1 FROM access.session WHERE id = :id")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /// @return whether it was open, and this tenant's
    boolean end(UUID id, TenantNumber tenant) {
        return jdbc.sql("DELETE FROM access.session WHERE id = :id AND tenant_number = :tenant")
                        .param("id", id)
                        .param("tenant", tenant.value())
                        .update()
                > 0;
    }

    /// @param but the one that stays; null ends all
    /// @return those that were open
    List<UUID> endAll(TenantNumber tenant, @Nullable UUID but) {
        return jdbc.sql("""
                        DELETE FROM access.session
                        WHERE tenant_number = :tenant AND id IS DISTINCT FROM :but::uuid RETURNING id
                        """)
                .param("tenant", tenant.value())
                .param("but", but)
                .query(UUID.class)
                .list();
    }

    /// @return null when it had ended
    @Nullable
    Session endByToken(String token) {
        return jdbc.sql("DELETE FROM access.session WHERE token_hash = :token RETURNING " + COLUMNS)
                .param("token", Tokens.hash(token))
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    /// @return those that had ended by themselves
    List<UUID> forgetEnded(Instant now) {
        return jdbc.sql("DELETE FROM access.session WHERE ends_at < :now OR idle_ends_at < :now RETURNING id")
                .param("now", utc(now))
                .query(UUID.class)
                .list();
    }

    private static Session read(ResultSet row) throws SQLException {
        String lease = row.getString("lease_number");
        return new Session(
                row.getObject("id", UUID.class),
                new TenantNumber(row.getString("tenant_number")),
                lease == null ? null : new LeaseNumber(lease),
                row.getString("device"),
                row.getBoolean("shared"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
