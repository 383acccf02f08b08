package fr.opalconnect.notification;

import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.push.Subscription;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The browsers that want to be told.
@Component
class PushTable {
    private final JdbcClient jdbc;

    PushTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A browser has one endpoint: whoever was signed in there before is told no more.
    void put(PushDevice device) {
        jdbc.sql("""
                        INSERT INTO notification.push_subscription
                            (id, tenant_number, session, endpoint, p256dh, auth, device, language, created_at)
                        VALUES (:id, :tenant, :session, :endpoint, :p256dh, :auth, :device, :language, :now)
                        ON CONFLICT (endpoint) DO UPDATE
                        SET tenant_number = excluded.tenant_number, session = excluded.session,
                            p256dh = excluded.p256dh, auth = excluded.auth, device = excluded.device,
                            language = excluded.language, created_at = excluded.created_at, ok_at = NULL
                        """)
                .param("id", device.id())
                .param("tenant", device.tenant().value())
                .param("session", device.session())
                .param("endpoint", device.to().endpoint().toString())
                .param("p256dh", device.to().p256dh())
                .param("auth", device.to().auth())
                .param("device", device.device())
                .param("language", device.language().toLanguageTag())
                .param("now", device.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Keeps the newest, and of each session the newest alone: a browser that gets another endpoint leaves the old one.
    void trim(TenantNumber tenant, int kept) {
        jdbc.sql("""
                        DELETE FROM notification.push_subscription WHERE id IN (
                            SELECT id FROM (
                                SELECT id, row_number() OVER (ORDER BY created_at DESC, id DESC) AS nth,
                                    row_number() OVER (PARTITION BY session ORDER BY created_at DESC, id DESC) AS mine
                                FROM notification.push_subscription WHERE tenant_number = :tenant
                            ) numbered WHERE nth > :kept OR mine > 1)
                        """).param("tenant", tenant.value()).param("kept", kept).update();
    }

    List<PushDevice> of(TenantNumber tenant) {
        return jdbc.sql("SELECT * FROM notification.push_subscription WHERE tenant_number = :tenant ORDER BY id")
                .param("tenant", tenant.value())
                .query((row, index) -> read(row))
                .list();
    }

    /// Those among these who have any.
    Set<TenantNumber> among(Collection<TenantNumber> tenants) {
        return jdbc.sql("""
                        SELECT DISTINCT tenant_number FROM notification.push_subscription
                        WHERE tenant_number = ANY(:tenants)
                        """)
                .param("tenants", tenants.stream().map(TenantNumber::value).toArray(String[]::new))
                .query((row, index) -> new TenantNumber(row.getString(1)))
                .set();
    }

    boolean has(TenantNumber tenant, UUID session) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM notification.push_subscription
                            WHERE tenant_number = :tenant AND session = :session)
                        """)
                .param("tenant", tenant.value())
                .param("session", session)
                .query(Boolean.class)
                .single();
    }

    void noteReached(UUID id, Instant now) {
        jdbc.sql("UPDATE notification.push_subscription SET ok_at = :now WHERE id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void drop(UUID id) {
        jdbc.sql("DELETE FROM notification.push_subscription WHERE id = :id")
                .param("id", id)
                .update();
    }

    /// What this session has switched on, or a browser that the tenant names by its endpoint.
    void drop(TenantNumber tenant, UUID session, String endpoint) {
        jdbc.sql("""
                        DELETE FROM notification.push_subscription
                        WHERE tenant_number = :tenant AND (session = :session OR endpoint = :endpoint)
                        """)
                .param("tenant", tenant.value())
                .param("session", session)
                .param("endpoint", endpoint)
                .update();
    }

    void dropOf(Collection<UUID> sessions) {
        jdbc.sql("DELETE FROM notification.push_subscription WHERE session = ANY(:sessions::uuid[])")
                .param("sessions", sessions.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    private static PushDevice read(ResultSet row) throws SQLException {
        OffsetDateTime ok = row.getObject("ok_at", OffsetDateTime.class);
        return new PushDevice(
                row.getObject("id", UUID.class),
                new TenantNumber(row.getString("tenant_number")),
                row.getObject("session", UUID.class),
                new Subscription(URI.create(row.getString("endpoint")), row.getString("p256dh"), row.getString("auth")),
                row.getString("device"),
                Locale.forLanguageTag(row.getString("language")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ok == null ? null : ok.toInstant());
    }
}
