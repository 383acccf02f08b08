package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.tenancy.Bells.Ring;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What waits to be read by whom.
@Component
class UnreadTable {
    private final JdbcClient jdbc;

    UnreadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TenantNumber tenant, UUID thing) {
        jdbc.sql("INSERT INTO tenancy.unread (tenant_number, thing) VALUES (:tenant, :thing) ON CONFLICT DO NOTHING")
                .param("tenant", tenant.value())
                .param("thing", thing)
                .update();
    }

    void remove(TenantNumber tenant, UUID thing) {
        jdbc.sql("DELETE FROM tenancy.unread WHERE tenant_number = :tenant AND thing = :thing")
                .param("tenant", tenant.value())
                .param("thing", thing)
                .update();
    }

    Set<UUID> of(TenantNumber tenant) {
        return jdbc.sql("SELECT thing FROM tenancy.unread WHERE tenant_number = :tenant AND NOT bell")
                .param("tenant", tenant.value())
                .query(UUID.class)
                .set();
    }

    void ring(Collection<Ring> rings) {
        jdbc.sql("""
                        INSERT INTO tenancy.unread (tenant_number, thing, bell)
                        SELECT tenant, thing, true FROM unnest(:tenants, :things) AS r(tenant, thing)
                        ON CONFLICT DO NOTHING
                        """)
                .param("tenants", tenants(rings))
                .param("things", things(rings))
                .update();
    }

    void hear(TenantNumber tenant) {
        jdbc.sql("DELETE FROM tenancy.unread WHERE tenant_number = :tenant AND bell")
                .param("tenant", tenant.value())
                .update();
    }

    Set<UUID> all(TenantNumber tenant) {
        return jdbc.sql("SELECT thing FROM tenancy.unread WHERE tenant_number = :tenant")
                .param("tenant", tenant.value())
                .query(UUID.class)
                .set();
    }

    Set<Ring> among(Collection<Ring> rings) {
        return jdbc.sql("""
                        SELECT u.tenant_number, u.thing FROM unnest(:tenants, :things) AS r(tenant, thing)
                        JOIN tenancy.unread u ON u.tenant_number = r.tenant AND u.thing = r.thing
                        """)
                .param("tenants", tenants(rings))
                .param("things", things(rings))
                .query((row, index) -> new Ring(row.getString("tenant_number"), row.getObject("thing", UUID.class)))
                .set();
    }

    private static String[] tenants(Collection<Ring> rings) {
        return rings.stream().map(Ring::tenant).toArray(String[]::new);
    }

    private static UUID[] things(Collection<Ring> rings) {
        return rings.stream().map(Ring::thing).toArray(UUID[]::new);
    }
}
