package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Indexes;
import fr.opalconnect.platform.Staged;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keeps what people are found by equal to what the tables say: for what a package changed, as a few statements over
/// sets; for one tenant when the agency corrects a number.
final class SearchEntries {
    /// The leases of tenants of which something was staged: each is worked out anew.
    private static final String TOUCHED = """
            CREATE TEMP TABLE touched ON COMMIT DROP AS
            SELECT numero_bail AS lease_number FROM {titulaires}
            UNION SELECT numero_bail FROM {gone titulaires}
            UNION SELECT numero_bail FROM {baux}
            UNION SELECT numero_bail FROM {gone baux}
            UNION SELECT h.lease_number FROM tenancy.lease_holder h
                  JOIN (SELECT numero_locataire FROM {locataires}
                        UNION ALL SELECT numero_locataire FROM {gone locataires}) s
                       ON s.numero_locataire = h.tenant_number
            UNION SELECT l.number FROM tenancy.lease l
                  JOIN {logements} s ON s.numero_logement = l.dwelling_number
            """;

    private static final String FORGET = """
            DELETE FROM tenancy.search_entry e USING tenancy.lease_holder h, pg_temp.touched t
            WHERE h.lease_number = t.lease_number
                  AND e.tenant_number = h.tenant_number AND e.lease_number = h.lease_number
            """;

    private static final String FILL = "INSERT INTO tenancy.search_entry SELECT s.* FROM tenancy.search_source s";

    private static final String WORDS = """
            INSERT INTO tenancy.search_word
            SELECT DISTINCT substr(lexeme, 2) FROM tenancy.search_entry, unnest(found_by) WHERE lexeme ~ '^w[a-z]{3,}$'
            """;

    private final JdbcClient jdbc;

    SearchEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes over what a package changed. Nothing changed costs next to nothing.
    void refresh(Staged staged) {
        if (isEmpty()) {
            Indexes indexes = Indexes.putAside(jdbc, "tenancy.search_entry");
            jdbc.sql(FILL).update();
            indexes.putBack();
            jdbc.sql(WORDS + " ON CONFLICT DO NOTHING").update();
            jdbc.sql("ANALYZE tenancy.search_entry").update();
            return;
        }
        if (jdbc.sql(staged.fill(TOUCHED)).update() == 0) {
            jdbc.sql("DROP TABLE pg_temp.touched").update();
            return;
        }
        jdbc.sql("ANALYZE pg_temp.touched").update();
        jdbc.sql(FORGET).update();
        jdbc.sql(FILL + " JOIN pg_temp.touched t USING (lease_number)").update();
        jdbc.sql(WORDS + " AND lease_number IN (SELECT lease_number FROM pg_temp.touched) ON CONFLICT DO NOTHING")
                .update();
        jdbc.sql("DROP TABLE pg_temp.touched").update();
    }

    /// Leases end by themselves, too.
    void noteEnded(Instant at) {
        jdbc.sql("UPDATE tenancy.search_entry SET running = false WHERE running AND ends_on < :day")
                .param("day", at.atZone(Texts.ZONE).toLocalDate())
                .update();
    }

    void refresh(TenantNumber tenant) {
        jdbc.sql("DELETE FROM tenancy.search_entry WHERE tenant_number = :tenant")
                .param("tenant", tenant.value())
                .update();
        jdbc.sql(FILL + " WHERE s.tenant_number = :tenant")
                .param("tenant", tenant.value())
                .update();
    }

    private boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM tenancy.search_entry)")
                .query(Boolean.class)
                .single();
    }
}
