package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.DwellingNumber;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.tenancy.HeldLease.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads tenants with the leases they hold. Occupants hold none.
@Component
class TenancyTable {
    private static final String TENANCY = """
            SELECT t.number, t.title, t.first_name, t.last_name, coalesce(c.mobile, t.mobile) AS mobile, t.email,
                   coalesce(s.language, t.language) AS language, s.language IS NOT NULL AS chosen,
                   (SELECT count(*) FROM tenancy.unread u WHERE u.tenant_number = t.number AND NOT u.bell) AS unread,
                   (SELECT count(*) FROM tenancy.unread u WHERE u.tenant_number = t.number AND u.bell) AS news,
                   l.number AS lease, h.role, l.starts_on, l.ends_on, l.term, l.due_day, l.payment_method,
                   d.number AS dwelling, d.type, d.floor, d.door, d.building, d.staircase, d.estate, d.address, d.postcode,
                   d.city, d.surface_m2, d.agency_code, d.adviser_code
            FROM tenancy.tenant t
            JOIN tenancy.lease_holder h ON h.tenant_number = t.number AND h.closed_at IS NULL
                 AND h.role IN ('HOLDER', 'CO_HOLDER')
            JOIN tenancy.lease l ON l.number = h.lease_number AND l.closed_at IS NULL
            JOIN tenancy.dwelling d ON d.number = l.dwelling_number
            LEFT JOIN tenancy.phone_correction c ON c.tenant_number = t.number AND c.state = 'OPEN'
            LEFT JOIN tenancy.language_choice s ON s.tenant_number = t.number
            WHERE t.closed_at IS NULL AND %s
            ORDER BY l.ends_on DESC NULLS FIRST, l.term = 'IN_ADVANCE', l.starts_on DESC, l.number
            """;

    private final JdbcClient jdbc;

    TenancyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    Tenancy find(TenantNumber number) {
        return one(jdbc.sql(TENANCY.formatted("t.number = :number")).param("number", number.value()));
    }

    /// With the leases of the agencies that this member of staff sees; null when there is none.
    @Nullable
    Tenancy find(SignedInStaff who, TenantNumber number) {
        return one(jdbc.sql(TENANCY.formatted("t.number = :number AND (:all OR d.agency_code = ANY(:agencies))"))
                .param("number", number.value())
                .param("all", who.seesAllAgencies())
                .param("agencies", who.agencies().toArray(String[]::new)));
    }

    boolean sees(SignedInStaff who, LeaseNumber lease) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM tenancy.lease l
                                       JOIN tenancy.dwelling d ON d.number = l.dwelling_number
                                       WHERE l.number = :lease AND (:all OR d.agency_code = ANY(:agencies)))
                        """)
                .param("lease", lease.value())
                .param("all", who.seesAllAgencies())
                .param("agencies", who.agencies().toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    List<LeaseAtDesk> leases(SignedInStaff who, Collection<LeaseNumber> leases) {
        return jdbc.sql("""
                        SELECT l.number, d.agency_code, t.number AS tenant,
                               concat_ws(' ', t.first_name, t.last_name) AS name
                        FROM tenancy.lease l
                        JOIN tenancy.dwelling d ON d.number = l.dwelling_number
                        LEFT JOIN LATERAL (
                            SELECT p.number, p.first_name, p.last_name FROM tenancy.lease_holder h
                            JOIN tenancy.tenant p ON p.number = h.tenant_number AND p.closed_at IS NULL
                            WHERE h.lease_number = l.number AND h.closed_at IS NULL
                            ORDER BY h.role DESC, p.last_name LIMIT 1) t ON true
                        WHERE l.number = ANY(:leases) AND (:all OR d.agency_code = ANY(:agencies))
                        """)
                .param("leases", leases.stream().map(LeaseNumber::value).toArray(String[]::new))
                .param("all", who.seesAllAgencies())
                .param("agencies", who.agencies().toArray(String[]::new))
                .query((row, index) -> new LeaseAtDesk(
                        new LeaseNumber(row.getString("number")),
                        row.getString("tenant") == null ? null : row.getString("name"),
                        row.getString("tenant") == null ? null : new TenantNumber(row.getString("tenant")),
                        row.getString("agency_code")))
                .list();
    }

    /// Everybody who is named on these leases, occupants too; and what the ERP has of the tenant's number.
    List<TenantFile.OnLease> onLeases(List<LeaseNumber> leases) {
        return jdbc.sql("""
                        SELECT h.lease_number, t.number, t.title, t.first_name, t.last_name, h.role
                        FROM tenancy.lease_holder h
                        JOIN tenancy.tenant t ON t.number = h.tenant_number AND t.closed_at IS NULL
                        WHERE h.lease_number = ANY(:leases) AND h.closed_at IS NULL
                        ORDER BY h.lease_number, h.role DESC, t.last_name, t.first_name
                        """)
                .param("leases", leases.stream().map(LeaseNumber::value).toArray(String[]::new))
                .query((row, index) -> new TenantFile.OnLease(
                        new LeaseNumber(row.getString("lease_number")),
                        new TenantNumber(row.getString("number")),
                        row.getString("first_name") == null
                                ? row.getString("last_name")
                                : row.getString("first_name") + " " + row.getString("last_name"),
                        TenantFile.Part.valueOf(row.getString("role"))))
                .list();
    }

    /// The number as the ERP has it, and how many leases the tenant holds altogether.
    TenantFile.AtErp atErp(TenantNumber number) {
        return jdbc.sql("""
                        SELECT t.mobile, (SELECT count(*) FROM tenancy.lease_holder h
                                          JOIN tenancy.lease l ON l.number = h.lease_number AND l.closed_at IS NULL
                                          WHERE h.tenant_number = t.number AND h.closed_at IS NULL
                                                AND h.role IN ('HOLDER', 'CO_HOLDER')) AS leases
                        FROM tenancy.tenant t WHERE t.number = :number
                        """)
                .param("number", number.value())
                .query((row, index) -> new TenantFile.AtErp(row.getString("mobile"), row.getInt("leases")))
                .single();
    }

    @Nullable
    Tenancy match(TenantNumber tenant, DwellingNumber dwelling) {
        return one(jdbc.sql(TENANCY.formatted("""
                        t.number = (SELECT t2.number
                                    FROM tenancy.tenant t2
                                    JOIN tenancy.lease_holder h2 ON h2.tenant_number = t2.number
                                         AND h2.closed_at IS NULL AND h2.role IN ('HOLDER', 'CO_HOLDER')
                                    JOIN tenancy.lease l2 ON l2.number = h2.lease_number AND l2.closed_at IS NULL
                                    JOIN tenancy.dwelling d2 ON d2.number = l2.dwelling_number
                                    WHERE t2.lookup_key = :tenant AND d2.lookup_key = :dwelling
                                          AND t2.closed_at IS NULL
                                    ORDER BY t2.number LIMIT 1)
                        """))
                .param("tenant", tenant.lookupKey())
                .param("dwelling", dwelling.lookupKey()));
    }

    List<TenantNumber> holders(LeaseNumber lease) {
        return jdbc.sql("""
                        SELECT tenant_number FROM tenancy.lease_holder
                        WHERE lease_number = :lease AND closed_at IS NULL AND role IN ('HOLDER', 'CO_HOLDER')
                        ORDER BY tenant_number
                        """)
                .param("lease", lease.value())
                .query((row, index) -> new TenantNumber(row.getString(1)))
                .list();
    }

    private static @Nullable Tenancy one(JdbcClient.StatementSpec statement) {
        List<Row> rows = statement.query((row, index) -> read(row)).list();
        if (rows.isEmpty()) {
            return null;
        }
        Tenancy first = rows.getFirst().tenant();
        return new Tenancy(
                first.number(),
                first.title(),
                first.firstName(),
                first.lastName(),
                first.mobile(),
                first.email(),
                first.language(),
                first.chosen(),
                first.unread(),
                first.news(),
                rows.stream().map(Row::lease).toList());
    }

    /// The tenant comes again with each lease.
    private record Row(Tenancy tenant, HeldLease lease) {}

    private static Row read(ResultSet row) throws SQLException {
        Tenancy tenant = new Tenancy(
                new TenantNumber(row.getString("number")),
                row.getString("title"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("mobile"),
                row.getString("email"),
                row.getString("language"),
                row.getBoolean("chosen"),
                row.getInt("unread"),
                row.getInt("news"),
                List.of());
        HeldLease lease = new HeldLease(
                new LeaseNumber(row.getString("lease")),
                Role.valueOf(row.getString("role")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("term").equals("IN_ADVANCE"),
                row.getInt("due_day"),
                row.getString("payment_method"),
                new DwellingNumber(row.getString("dwelling")),
                row.getString("type"),
                row.getString("floor"),
                row.getString("door"),
                row.getString("building"),
                row.getString("staircase"),
                row.getString("estate"),
                row.getString("address"),
                row.getString("postcode"),
                row.getString("city"),
                row.getBigDecimal("surface_m2"),
                row.getString("agency_code"),
                row.getString("adviser_code"));
        return new Row(tenant, lease);
    }
}
