package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who may have sent money that came in: leases with their holders, ended ones too, as long as the ERP has them.
@Component
public class Payers {
    /// A holder of a lease.
    public record Payer(
            LeaseNumber lease,
            TenantNumber tenant,
            @Nullable String firstName,
            String lastName) {
        public String fullName() {
            return firstName == null ? lastName : firstName + " " + lastName;
        }
    }

    private static final String PAYER = """
            SELECT h.lease_number, t.number, t.first_name, t.last_name
            FROM tenancy.lease_holder h
            JOIN tenancy.tenant t ON t.number = h.tenant_number
            JOIN tenancy.lease l ON l.number = h.lease_number
            JOIN tenancy.dwelling d ON d.number = l.dwelling_number
            WHERE %s AND h.role IN ('HOLDER', 'CO_HOLDER') AND (:all OR d.agency_code = ANY(:agencies))
            ORDER BY h.lease_number, h.role DESC, t.number
            """;

    private final JdbcClient jdbc;

    Payers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of these that are leases of their agencies.
    public Set<LeaseNumber> existing(SignedInStaff who, Collection<LeaseNumber> leases) {
        if (leases.isEmpty()) {
            return Set.of();
        }
        return bound(who, jdbc.sql("""
                        SELECT l.number FROM tenancy.lease l
                        JOIN tenancy.dwelling d ON d.number = l.dwelling_number
                        WHERE l.number = ANY(:leases) AND (:all OR d.agency_code = ANY(:agencies))
                        """))
                .param("leases", values(leases))
                .query((row, index) -> new LeaseNumber(row.getString(1)))
                .stream()
                .collect(Collectors.toSet());
    }

    /// The holders of these leases, also those who have left.
    public List<Payer> of(SignedInStaff who, Collection<LeaseNumber> leases) {
        if (leases.isEmpty()) {
            return List.of();
        }
        return bound(who, jdbc.sql(PAYER.formatted("h.lease_number = ANY(:leases)")))
                .param("leases", values(leases))
                .query((row, index) -> read(row))
                .list();
    }

    /// The holders whose own number, or whose lease's number, was written somewhere; in any spelling.
    public List<Payer> numbered(SignedInStaff who, Collection<String> written) {
        if (written.isEmpty()) {
            return List.of();
        }
        return bound(who, jdbc.sql(PAYER.formatted("""
                        h.closed_at IS NULL AND (h.lease_number = ANY(:numbers)
                             OR h.tenant_number IN (SELECT number FROM tenancy.tenant WHERE lookup_key = ANY(:keys)))
                        """)))
                .param(
                        "numbers",
                        written.stream()
                                .map(each -> each.toUpperCase(Locale.ROOT))
                                .toArray(String[]::new))
                .param(
                        "keys",
                        written.stream()
                                .map(each -> new TenantNumber(each).lookupKey())
                                .filter(key -> !key.isEmpty())
                                .toArray(String[]::new))
                .query((row, index) -> read(row))
                .list();
    }

    private static JdbcClient.StatementSpec bound(SignedInStaff who, JdbcClient.StatementSpec statement) {
        return statement
                .param("all", who.seesAllAgencies())
                .param("agencies", who.agencies().toArray(String[]::new));
    }

    private static String[] values(Collection<LeaseNumber> leases) {
        return leases.stream().map(LeaseNumber::value).toArray(String[]::new);
    }

    private static Payer read(ResultSet row) throws SQLException {
        return new Payer(
                new LeaseNumber(row.getString("lease_number")),
                new TenantNumber(row.getString("number")),
                row.getString("first_name"),
                row.getString("last_name"));
    }
}
