package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Telephone numbers that packages of the ERP changed, for whoever tells their tenants.
@Component
public class PhoneChanges {
    /// One of them.
    ///
    /// @param former the number that was in force when the tenant was told last; null when there was none to dial
    public record Change(
            UUID id, TenantNumber tenant, @Nullable Phone former, Instant at) {}

    private record Row(Change change, @Nullable Phone now) {}

    private final JdbcClient jdbc;

    PhoneChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes some, the oldest first; whoever takes them tells of them in the same transaction. A number that has become
    /// again what it was is no change.
    public List<Change> take(int most) {
        return jdbc.sql("""
                        WITH taken AS (
                            DELETE FROM tenancy.phone_change WHERE tenant_number IN (
                                SELECT tenant_number FROM tenancy.phone_change
                                ORDER BY changed_at, tenant_number LIMIT :most FOR UPDATE SKIP LOCKED)
                            RETURNING *)
                        SELECT p.id, p.tenant_number, p.former, p.changed_at, coalesce(c.mobile, t.mobile) AS mobile,
                               (SELECT max(d.postcode) FROM tenancy.lease_holder h
                                JOIN tenancy.lease l ON l.number = h.lease_number AND l.closed_at IS NULL
                                JOIN tenancy.dwelling d ON d.number = l.dwelling_number
                                WHERE h.tenant_number = t.number AND h.closed_at IS NULL) AS postcode
                        FROM taken p
                        JOIN tenancy.tenant t ON t.number = p.tenant_number AND t.closed_at IS NULL
                        LEFT JOIN tenancy.phone_correction c ON c.tenant_number = t.number AND c.state = 'OPEN'
                        ORDER BY p.changed_at, p.tenant_number
                        """).param("most", most).query((row, index) -> read(row)).list().stream()
                .filter(row -> !Objects.equals(row.change().former(), row.now()))
                .map(Row::change)
                .toList();
    }

    private static Row read(ResultSet row) throws SQLException {
        String postcode = row.getString("postcode");
        return new Row(
                new Change(
                        row.getObject("id", UUID.class),
                        new TenantNumber(row.getString("tenant_number")),
                        Phone.parse(row.getString("former"), postcode),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()),
                Phone.parse(row.getString("mobile"), postcode));
    }
}
