package fr.opalconnect.access;

import fr.opalconnect.kernel.TenantNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The browsers that accounts were opened with.
@Component
class DeviceTable {
    private final JdbcClient jdbc;

    DeviceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return whether it is one of the tenant's
    boolean note(TenantNumber tenant, String mark, Instant now) {
        return jdbc.sql("""
                        UPDATE access.device SET last_at = :now WHERE tenant_number = :tenant AND mark_hash = :mark
                        """)
                        .param("tenant", tenant.value())
                        .param("mark", Tokens.hash(mark))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /// @return whether the tenant had others
    boolean add(TenantNumber tenant, String mark, Instant now) {
        return jdbc.sql("""
                        WITH before AS (SELECT EXISTS (SELECT FROM access.device WHERE tenant_number = :tenant) AS others),
                        added AS (
                            INSERT INTO access.device (tenant_number, mark_hash, first_at, last_at)
                            VALUES (:tenant, :mark, :now, :now) ON CONFLICT DO NOTHING
                        )
                        SELECT before.others FROM before
                        """)
                .param("tenant", tenant.value())
                .param("mark", Tokens.hash(mark))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    void forgetLastSeenBefore(Instant day) {
        jdbc.sql("DELETE FROM access.device WHERE last_at < :day")
                .param("day", day.atOffset(ZoneOffset.UTC))
                .update();
    }
}
