package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.tenancy.ContactRequest.Reason;
import fr.opalconnect.tenancy.ContactRequest.State;
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

/// What tenants ask to be corrected.
@Component
class ContactRequestTable {
    private final JdbcClient jdbc;

    ContactRequestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            UUID id,
            Instant askedAt,
            Reason reason,
            String tenantNumber,
            @Nullable String dwellingNumber,
            @Nullable String details) {
        jdbc.sql("""
                        INSERT INTO tenancy.contact_request
                            (id, asked_at, reason, tenant_number, dwelling_number, details)
                        VALUES (:id, :askedAt, :reason, :tenant, :dwelling, :details)
                        """)
                .param("id", id)
                .param("askedAt", askedAt.atOffset(ZoneOffset.UTC))
                .param("reason", reason.name())
                .param("tenant", tenantNumber)
                .param("dwelling", dwellingNumber)
                .param("details", details)
                .update();
    }

    List<ContactRequest> of(TenantNumber number) {
        return jdbc.sql("""
                        SELECT id, asked_at, reason, details, state, done_at FROM tenancy.contact_request
                        WHERE tenant_number = :number ORDER BY asked_at DESC LIMIT 20
                        """)
                .param("number", number.value())
                .query((row, index) -> read(row))
                .list();
    }

    private static ContactRequest read(ResultSet row) throws SQLException {
        OffsetDateTime doneAt = row.getObject("done_at", OffsetDateTime.class);
        return new ContactRequest(
                row.getObject("id", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                Reason.valueOf(row.getString("reason")),
                row.getString("details"),
                State.valueOf(row.getString("state")),
                doneAt == null ? null : doneAt.toInstant());
    }
}
