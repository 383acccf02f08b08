package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The dwellings with a running lease in the agencies of a member of staff; car parks are no households.
@Component
public class Households {
    /// @param tenant  its first holder
    /// @param holders all of them, `Marchand Martine, Marchand Jean-Pierre`
    /// @param address `27 allée des Érables, 02200 Soissons`
    public record Household(LeaseNumber lease, TenantNumber tenant, String holders, String address, String agency) {}

    private static final String HOLDERS = """
            SELECT h.lease_number, string_agg(concat_ws(' ', t.last_name, t.first_name), ', '
                                              ORDER BY h.role DESC, t.last_name, t.number) AS names,
                   (array_agg(t.number ORDER BY h.role DESC, t.last_name, t.number))[1] AS first
            FROM tenancy.lease_holder h
            JOIN tenancy.tenant t ON t.number = h.tenant_number AND t.closed_at IS NULL
            WHERE h.closed_at IS NULL AND h.role IN ('HOLDER', 'CO_HOLDER') %s
            GROUP BY h.lease_number
            """;

    /// Few leases: the holders of each are looked up. Many: all holders are gathered at once.
    private static final String FEW =
            "JOIN LATERAL (" + HOLDERS.formatted("AND h.lease_number = l.number") + ") holders ON true ";

    private static final String MANY =
            "JOIN (" + HOLDERS.formatted("") + ") holders ON holders.lease_number = l.number ";

    private static final String FROM = """
            FROM tenancy.lease l
            JOIN tenancy.dwelling d ON d.number = l.dwelling_number
            """;

    private static final String WHERE = """
            WHERE l.closed_at IS NULL AND l.term = 'IN_ARREARS' AND l.starts_on <= current_date
                  AND (l.ends_on IS NULL OR l.ends_on >= current_date)
                  AND (:all OR d.agency_code = ANY(:agencies))
            """;

    private static final String SELECT = """
            SELECT l.number, holders.first, holders.names, d.address || ', ' || d.postcode || ' ' || d.city AS address,
                   coalesce(d.agency_code, '') AS agency
            """;

    private static final String IN_ORDER = " ORDER BY holders.names, l.number LIMIT :most OFFSET :from";

    private final JdbcClient jdbc;

    Households(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All their leases; of a landlord's whole stock there may be millions.
    public List<LeaseNumber> leases(SignedInStaff who) {
        return jdbc.sql("SELECT l.number " + FROM + WHERE)
                .param("all", who.seesAllAgencies())
                .param("agencies", who.agencies().toArray(String[]::new))
                .query((row, index) -> new LeaseNumber(row.getString("number")))
                .list();
    }

    /// Those among these leases, by name.
    public List<Household> of(SignedInStaff who, Collection<LeaseNumber> leases) {
        return leases.isEmpty()
                ? List.of()
                : bound(who, leases, SELECT + FROM + FEW + WHERE + "AND l.number = ANY(:leases)" + IN_ORDER)
                        .param("most", leases.size())
                        .param("from", 0)
                        .query((row, index) -> read(row))
                        .list();
    }

    /// All but these leases, by name.
    ///
    /// @param from how many of them to pass over
    public List<Household> without(SignedInStaff who, Collection<LeaseNumber> leases, int most, int from) {
        return bound(who, leases, SELECT + FROM + MANY + WHERE + "AND l.number <> ALL(:leases)" + IN_ORDER)
                .param("most", most)
                .param("from", from)
                .query((row, index) -> read(row))
                .list();
    }

    public int countWithout(SignedInStaff who, Collection<LeaseNumber> leases) {
        return bound(who, leases, "SELECT count(*) " + FROM + MANY + WHERE + "AND l.number <> ALL(:leases)")
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec bound(SignedInStaff who, Collection<LeaseNumber> leases, String sql) {
        return jdbc.sql(sql)
                .param("all", who.seesAllAgencies())
                .param("agencies", who.agencies().toArray(String[]::new))
                .param("leases", leases.stream().map(LeaseNumber::value).toArray(String[]::new));
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
