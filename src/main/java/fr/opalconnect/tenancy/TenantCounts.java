package fr.opalconnect.tenancy;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who the tenants of each agency are. Who holds leases in two agencies counts in both.
@Component
public class TenantCounts {
    private final JdbcClient jdbc;

    TenantCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The numbers of all who hold a lease that runs.
    public List<String> of(String agency) {
        return jdbc.sql("""
                        SELECT DISTINCT h.tenant_number
                        FROM tenancy.dwelling d
                        JOIN tenancy.lease l ON l.dwelling_number = d.number AND l.closed_at IS NULL
                             AND (l.ends_on IS NULL OR l.ends_on >= CURRENT_DATE)
                        JOIN tenancy.lease_holder h ON h.lease_number = l.number AND h.closed_at IS NULL
                             AND h.role <> 'OCCUPANT'
                        WHERE d.agency_code = :agency
                        """).param("agency", agency).query(String.class).list();
    }

    /// Whether the landlord has more than so many, those of old included.
    public boolean areMoreThan(int most) {
        return jdbc.sql("SELECT count(*) > :most FROM (SELECT FROM tenancy.tenant LIMIT :most + 1) tenants")
                .param("most", most)
                .query(Boolean.class)
                .single();
    }
}
