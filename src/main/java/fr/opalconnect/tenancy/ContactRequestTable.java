package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.SignedInStaff;
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
                        SELECT id, asked_at, reason, details, state, done_at, done_by_name FROM tenancy.contact_request
                        WHERE lookup_key = :key ORDER BY asked_at DESC LIMIT 20
                        """)
                .param("key", number.lookupKey())
                .query((row, index) -> read(row))
                .list();
    }

    /// What is open in the agencies that this member of staff sees, the oldest first. What was typed at activation may
    /// name nobody: then the dwelling tells the agency, and where that is unknown too, only administrators see it.
    List<ContactTask> open(SignedInStaff who, int most) {
        return jdbc.sql("""
                        SELECT r.id, r.asked_at, r.reason, r.details, r.state, r.done_at, r.done_by_name,
                               r.tenant_number AS typed, r.dwelling_number AS typed_dwelling,
                               t.number, t.title, t.first_name, t.last_name, coalesce(c.mobile, t.mobile) AS mobile,
                               coalesce(home.postcode, d.postcode) AS postcode,
                               coalesce(home.agency_code, d.agency_code) AS agency
                        FROM tenancy.contact_request r
                        LEFT JOIN tenancy.tenant t ON t.lookup_key = r.lookup_key AND t.closed_at IS NULL
                        LEFT JOIN tenancy.phone_correction c ON c.tenant_number = t.number AND c.state = 'OPEN'
                        LEFT JOIN LATERAL (
                            SELECT hd.agency_code, hd.postcode FROM tenancy.lease_holder h
                            JOIN tenancy.lease l ON l.number = h.lease_number AND l.closed_at IS NULL
                            JOIN tenancy.dwelling hd ON hd.number = l.dwelling_number
                            WHERE h.tenant_number = t.number AND h.closed_at IS NULL
                                  AND (:all OR hd.agency_code = ANY(:agencies))
                            ORDER BY l.ends_on DESC NULLS FIRST LIMIT 1) home ON true
                        LEFT JOIN LATERAL (
                            SELECT td.agency_code, td.postcode FROM tenancy.dwelling td
                            WHERE t.number IS NULL
                                  AND td.lookup_key = platform.lookup_key(r.dwelling_number) LIMIT 1) d ON true
                        WHERE r.state = 'OPEN'
                              AND (:all OR coalesce(home.agency_code, d.agency_code) = ANY(:agencies))
                        ORDER BY r.asked_at LIMIT :most
                        """)
                .param("all", who.seesAllAgencies())
                .param("agencies", who.agencies().toArray(String[]::new))
                .param("most", most)
                .query((row, index) -> new ContactTask(
                        read(row),
                        row.getString("typed"),
                        row.getString("typed_dwelling"),
                        row.getString("number") == null ? null : new TenantNumber(row.getString("number")),
                        row.getString("first_name") == null
                                ? row.getString("last_name")
                                : row.getString("first_name") + " " + row.getString("last_name"),
                        row.getString("mobile"),
                        row.getString("postcode"),
                        row.getString("agency")))
                .list();
    }

    /// Ends what a corrected number settles.
    void end(TenantNumber tenant, boolean others, String by, Instant now) {
        jdbc.sql("""
                        UPDATE tenancy.contact_request SET state = 'DONE', done_at = :now, done_by_name = :by
                        WHERE lookup_key = :key AND state = 'OPEN'
                              AND (:others OR reason IN ('NOT_MY_NUMBER', 'NO_MOBILE'))
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("key", tenant.lookupKey())
                .param("others", others)
                .update();
    }

    void end(UUID id, String by, Instant now) {
        jdbc.sql("""
                        UPDATE tenancy.contact_request SET state = 'DONE', done_at = :now, done_by_name = :by
                        WHERE id = :id AND state = 'OPEN'
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("id", id)
                .update();
    }

    private static ContactRequest read(ResultSet row) throws SQLException {
        OffsetDateTime doneAt = row.getObject("done_at", OffsetDateTime.class);
        return new ContactRequest(
                row.getObject("id", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                Reason.valueOf(row.getString("reason")),
                row.getString("details"),
                State.valueOf(row.getString("state")),
                doneAt == null ? null : doneAt.toInstant(),
                row.getString("done_by_name"));
    }
}
