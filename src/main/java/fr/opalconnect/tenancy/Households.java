package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The dwellings with a running lease in the agencies of a member of staff; car parks are no households.
@Component
public class Households {
    /// @param tenant  its first holder
    /// @param holders all of them, `Marchand Martine, Marchand Jean-Pierre`
    /// @param address `27 allée des Érables, 02200 Soissons`
    public record Household(LeaseNumber lease, TenantNumber tenant, String holders, String address, String agency) {}

    private static final String FROM = """
            FROM tenancy.lease l
            JOIN tenancy.dwelling d ON d.number = l.dwelling_number
            """;

    private static final String WHERE = """
            WHERE l.closed_at IS NULL AND l.term = 'IN_ARREARS' AND l.starts_on <= current_date
                  AND (l.ends_on IS NULL OR l.ends_on >= current_date)
                  AND (:all OR d.agency_code = ANY(:agencies))
            """;

    /// Put in order before anything else is looked up: of thousands of leases a page shows fifty.
    private static final String BY_NAME = """
            SELECT l.number, holders.first, holders.names, d.address || ', ' || d.postcode || ' ' || d.city AS address,
                   coalesce(d.agency_code, '') AS agency
            FROM (SELECT h.lease_number, string_agg(concat_ws(' ', t.last_name, t.first_name), ', '
                                                    ORDER BY h.role DESC, t.last_name, t.number) AS names,
                         (array_agg(t.number ORDER BY h.role DESC, t.last_name, t.number))[1] AS first
                  FROM tenancy.lease_holder h
                  JOIN tenancy.tenant t ON t.number = h.tenant_number AND t.closed_at IS NULL
                  WHERE h.lease_number = ANY(:leases) AND h.closed_at IS NULL AND h.role IN ('HOLDER', 'CO_HOLDER')
                  GROUP BY h.lease_number ORDER BY names, h.lease_number LIMIT :most OFFSET :from) holders
            JOIN tenancy.lease l ON l.number = holders.lease_number
            JOIN tenancy.dwelling d ON d.number = l.dwelling_number
            """ + WHERE + "ORDER BY holders.names, l.number";

    private final JdbcClient jdbc;

    Households(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Their leases that somebody holds. Of a landlord's whole stock there may be millions: see [#areMoreThan].
    ///
    /// @param agency only this one's; null for all that they see
    public List<LeaseNumber> leases(SignedInStaff who, @Nullable String agency) {
        return bound(who, "SELECT l.number " + FROM + WHERE + """
                        AND (cast(:agency AS text) IS NULL OR d.agency_code = :agency)
                        AND EXISTS (SELECT FROM tenancy.lease_holder h
                                    WHERE h.lease_number = l.number AND h.closed_at IS NULL
                                          AND h.role IN ('HOLDER', 'CO_HOLDER'))
                        """)
                .param("agency", agency)
                .query((row, index) -> new LeaseNumber(row.getString("number")))
                .list();
    }

    public boolean areMoreThan(SignedInStaff who, int most) {
        return bound(who, "SELECT count(*) > :most FROM (SELECT " + FROM + WHERE + "LIMIT :most + 1) leases")
                .param("most", most)
                .query(Boolean.class)
                .single();
    }

    /// Those among these leases, by name.
    public List<Household> of(SignedInStaff who, Collection<LeaseNumber> leases) {
        return of(who, leases, leases.size(), 0);
    }

    /// @param from how many of them to pass over
    public List<Household> of(SignedInStaff who, Collection<LeaseNumber> leases, int most, int from) {
        return leases.isEmpty()
                ? List.of()
                : bound(who, BY_NAME)
                        .param("leases", leases.stream().map(LeaseNumber::value).toArray(String[]::new))
                        .param("most", most)
                        .param("from", from)
                        .query((row, index) -> read(row))
                        .list();
    }

    private JdbcClient.StatementSpec bound(SignedInStaff who, String sql) {
        return jdbc.sql(sql)
                .param("all", who.seesAllAgencies())
                .param("agencies", who.agencies().toArray(String[]::new));
    }

    private static Household read(ResultSet row) throws SQLException {
        return new Household(
                new LeaseNumber(row.getString("number")),
                new TenantNumber(row.getString("first")),
                row.getString("names"),
                row.getString("address"),
                row.getString("agency"));
    }
}
