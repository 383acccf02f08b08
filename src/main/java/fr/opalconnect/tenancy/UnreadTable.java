package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.TenantNumber;
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
        return jdbc.sql("SELECT thing FROM tenancy.unread WHERE tenant_number = :tenant")
                .param("tenant", tenant.value())
                .query(UUID.class)
                .set();
    }
}
