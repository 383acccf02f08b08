package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads where tenants can be reached.
@Component
class RecipientTable {
    private final JdbcClient jdbc;

    RecipientTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The postcode of any dwelling of theirs: it tells the region of a number without country code.
    Map<TenantNumber, Recipients.Recipient> of(Collection<TenantNumber> tenants) {
        Map<TenantNumber, Recipients.Recipient> recipients = new HashMap<>();
        jdbc.sql("""
                        SELECT t.number, coalesce(c.mobile, t.mobile) AS mobile, t.email,
                               coalesce(s.language, t.language) AS language,
                               (SELECT max(d.postcode) FROM tenancy.lease_holder h
                                JOIN tenancy.lease l ON l.number = h.lease_number AND l.closed_at IS NULL
                                JOIN tenancy.dwelling d ON d.number = l.dwelling_number
                                WHERE h.tenant_number = t.number AND h.closed_at IS NULL) AS postcode
                        FROM tenancy.tenant t
                        LEFT JOIN tenancy.phone_correction c ON c.tenant_number = t.number AND c.state = 'OPEN'
                        LEFT JOIN tenancy.language_choice s ON s.tenant_number = t.number
                        WHERE t.number = ANY(:tenants) AND t.closed_at IS NULL
                        """)
                .param("tenants", tenants.stream().map(TenantNumber::value).toArray(String[]::new))
                .query(row -> {
                    TenantNumber tenant = new TenantNumber(row.getString("number"));
                    recipients.put(
                            tenant,
                            new Recipients.Recipient(
                                    tenant,
                                    Phone.parse(row.getString("mobile"), row.getString("postcode")),
                                    row.getString("email"),
                                    row.getString("language")));
                });
        return recipients;
    }

    Map<LeaseNumber, List<TenantNumber>> holders(Collection<LeaseNumber> leases) {
        Map<LeaseNumber, List<TenantNumber>> holders = new HashMap<>();
        jdbc.sql("""
                        SELECT h.lease_number, h.tenant_number FROM tenancy.lease_holder h
                        JOIN tenancy.tenant t ON t.number = h.tenant_number AND t.closed_at IS NULL
                        WHERE h.lease_number = ANY(:leases) AND h.closed_at IS NULL
                              AND h.role IN ('HOLDER', 'CO_HOLDER')
                        ORDER BY h.lease_number, h.tenant_number
                        """)
                .param("leases", leases.stream().map(LeaseNumber::value).toArray(String[]::new))
                .query(row -> {
                    holders.computeIfAbsent(new LeaseNumber(row.getString("lease_number")), _ -> new ArrayList<>())
                            .add(new TenantNumber(row.getString("tenant_number")));
                });
        return holders;
    }

    Set<LeaseNumber> collected(Collection<LeaseNumber> leases) {
        return jdbc.sql(
                        "SELECT number FROM tenancy.lease WHERE number = ANY(:leases) AND payment_method = 'PRELEVEMENT'")
                .param("leases", leases.stream().map(LeaseNumber::value).toArray(String[]::new))
                .query((row, index) -> new LeaseNumber(row.getString(1)))
                .set();
    }

    List<TenantNumber> in(Area area) {
        return AreaTable.of(area, jdbc.sql("SELECT DISTINCT h.tenant_number " + AreaTable.HELD_IN_AREA))
                .query((row, index) -> new TenantNumber(row.getString(1)))
                .list();
    }
}
