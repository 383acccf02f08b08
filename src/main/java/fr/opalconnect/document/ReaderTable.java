package fr.opalconnect.document;

import fr.opalconnect.kernel.SignedInTenant;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// When tenants looked at their documents.
@Component
class ReaderTable {
    /// Who comes back sooner is still on the same visit.
    private static final Duration VISIT = Duration.ofMinutes(30);

    private final JdbcClient jdbc;

    ReaderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Notes that this tenant looks.
    ///
    /// @return when the visit before this one began; null when this is the first
    @Nullable
    Instant visit(SignedInTenant who, Instant now) {
        return jdbc.sql("""
                        INSERT INTO document.reader AS r (tenant_number, visited_at) VALUES (:tenant, :now)
                        ON CONFLICT (tenant_number) DO UPDATE SET
                            previous_at = CASE WHEN r.visited_at < :before THEN r.visited_at ELSE r.previous_at END,
                            visited_at = CASE WHEN r.visited_at < :before THEN :now ELSE r.visited_at END
                        RETURNING previous_at
                        """)
                .param("tenant", who.number().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", now.minus(VISIT).atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getObject("previous_at", OffsetDateTime.class))
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
