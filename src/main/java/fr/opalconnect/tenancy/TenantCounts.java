package fr.opalconnect.tenancy;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How many tenants each agency has. Who holds leases in two agencies counts in both.
@Component
public class TenantCounts {
    private static final String COUNT = """
            SELECT d.agency_code AS agency, count(DISTINCT h.tenant_number) AS tenants
            FROM tenancy.lease_holder h
            JOIN tenancy.lease l ON l.number = h.lease_number
            JOIN tenancy.dwelling d ON d.number = l.dwelling_number
            WHERE h.role <> 'OCCUPANT' AND h.closed_at IS NULL AND l.closed_at IS NULL
              AND (l.ends_on IS NULL OR l.ends_on >= CURRENT_DATE) AND d.agency_code IS NOT NULL
            """;

    private final JdbcClient jdbc;

    TenantCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All who hold a lease that runs, by the code of the agency.
    public Map<String, Integer> byAgency() {
        return counts(jdbc.sql(COUNT + " GROUP BY d.agency_code"));
    }

    /// The same, of these tenants only.
    ///
    /// @param numbers some thousands at most
    public Map<String, Integer> byAgency(Collection<String> numbers) {
        return counts(jdbc.sql(COUNT + " AND h.tenant_number = ANY(:numbers) GROUP BY d.agency_code")
                .param("numbers", numbers.toArray(String[]::new)));
    }

    private static Map<String, Integer> counts(JdbcClient.StatementSpec query) {
        Map<String, Integer> counts = new HashMap<>();
        query.query((java.sql.ResultSet row) -> {
            counts.put(row.getString("agency"), row.getInt("tenants"));
        });
        return counts;
    }
}
