package fr.opalconnect.access;

import fr.opalconnect.kernel.TenantNumber;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is known of a tenant's way to an account.
@Component
class TroubleTable {
    /// The latest claim.
    ///
    /// @param tries    how often its last code was tried
    /// @param delivery the text message that carried it
    record Attempt(
            Instant sentAt,
            boolean proved,
            int tries,
            @Nullable UUID delivery) {}

    private final JdbcClient jdbc;

    TroubleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    Instant activatedAt(TenantNumber tenant) {
        return jdbc.sql("SELECT activated_at FROM access.login WHERE tenant_number = :tenant")
                .param("tenant", tenant.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    @Nullable
    Attempt lastAttempt(TenantNumber tenant) {
        return jdbc.sql("""
                        SELECT coalesce(a.sent_at, a.started_at) AS sent_at, a.proved_at IS NOT NULL AS proved,
                               coalesce(c.tries, 0) AS tries, c.delivery_id AS delivery
                        FROM access.activation a LEFT JOIN access.one_time_code c ON c.activation_id = a.id
                        WHERE a.tenant_number = :tenant ORDER BY a.started_at DESC, c.number DESC LIMIT 1
                        """)
                .param("tenant", tenant.value())
                .query((row, index) -> new Attempt(
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("proved"),
                        row.getInt("tries"),
                        row.getObject("delivery", UUID.class)))
                .optional()
                .orElse(null);
    }
}
