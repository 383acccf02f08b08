package fr.opalconnect.notification;

import fr.opalconnect.kernel.TenantNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who has an account here, and how they want to be told.
@Component
class ChoiceTable {
    private final JdbcClient jdbc;

    ChoiceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void join(TenantNumber tenant) {
        jdbc.sql("""
                        INSERT INTO notification.reader AS r (tenant_number) VALUES (:tenant)
                        ON CONFLICT (tenant_number) DO UPDATE SET member = true WHERE NOT r.member
                        """).param("tenant", tenant.value()).update();
    }

    Choices find(TenantNumber tenant) {
        return of(Set.of(tenant)).getOrDefault(tenant, Choices.NONE);
    }

    /// Of those who ever chose, or have an account.
    Map<TenantNumber, Choices> of(Collection<TenantNumber> tenants) {
        Map<TenantNumber, Choices> choices = new HashMap<>();
        jdbc.sql("""
                        SELECT tenant_number, wanted, unwanted, quiet_from, quiet_to, daily
                        FROM notification.reader WHERE tenant_number = ANY(:tenants)
                        """)
                .param("tenants", tenants.stream().map(TenantNumber::value).toArray(String[]::new))
                .query(row -> {
                    choices.put(new TenantNumber(row.getString("tenant_number")), read(row));
                });
        return choices;
    }

    /// Those without an account may choose too, by the link in an e-mail.
    void put(TenantNumber tenant, Choices choices) {
        QuietHours quiet = choices.quiet();
        jdbc.sql("""
                        INSERT INTO notification.reader
                            (tenant_number, member, wanted, unwanted, quiet_from, quiet_to, daily)
                        VALUES (:tenant, false, :wanted, :unwanted, :from::smallint, :to::smallint, :daily)
                        ON CONFLICT (tenant_number) DO UPDATE
                        SET (wanted, unwanted, quiet_from, quiet_to, daily)
                            = (excluded.wanted, excluded.unwanted, excluded.quiet_from, excluded.quiet_to, excluded.daily)
                        """)
                .param("tenant", tenant.value())
                .param("wanted", choices.wanted().stream().sorted().toArray(String[]::new))
                .param("unwanted", choices.unwanted().stream().sorted().toArray(String[]::new))
                .param("from", quiet == null ? null : quiet.from())
                .param("to", quiet == null ? null : quiet.to())
                .param("daily", choices.daily())
                .update();
    }

    private static Choices read(ResultSet row) throws SQLException {
        return new Choices(
                Set.of((String[]) row.getArray("wanted").getArray()),
                Set.of((String[]) row.getArray("unwanted").getArray()),
                row.getObject("quiet_from") == null
                        ? null
                        : new QuietHours(row.getInt("quiet_from"), row.getInt("quiet_to")),
                row.getBoolean("daily"));
    }
}
