package fr.opalconnect.insurance;

import fr.opalconnect.platform.Outlet;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the ERP which certificates were accepted, and which of these are none after all.
@Component
class InsuranceOutlet implements Outlet {
    @Override
    public String file() {
        return "assurances";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "identifiant",
                "nature",
                "numero_bail",
                "numero_locataire",
                "assureur",
                "date_debut",
                "date_fin",
                "date_decision",
                "agent");
    }

    @Override
    public int assign(JdbcClient jdbc, long number) {
        int accepted = jdbc.sql("""
                        UPDATE insurance.certificate SET export_number = :number
                        WHERE state = 'ACCEPTED' AND export_number IS NULL
                        """).param("number", number).update();
        int withdrawn = jdbc.sql("""
                        UPDATE insurance.certificate SET withdrawal_export_number = :number
                        WHERE state <> 'ACCEPTED' AND export_number IS NOT NULL AND withdrawal_export_number IS NULL
                        """).param("number", number).update();
        return accepted + withdrawn;
    }

    /// When and by whom stands in the steps: the same package told again says the same, whatever came after.
    @Override
    public List<List<@Nullable String>> rows(JdbcClient jdbc, long number) {
        return jdbc.sql("""
                        SELECT c.id, 'ATTESTATION' AS kind, c.lease_number, c.tenant_number, c.insurer, c.valid_from,
                               c.valid_until, s.at, s.actor_name
                        FROM insurance.certificate c
                        JOIN insurance.step s ON s.certificate_id = c.id AND s.to_state = 'ACCEPTED'
                        WHERE c.export_number = :number
                        UNION ALL
                        SELECT c.id, 'RETRAIT', c.lease_number, c.tenant_number, c.insurer, c.valid_from,
                               c.valid_until, s.at, s.actor_name
                        FROM insurance.certificate c
                        JOIN insurance.step s ON s.certificate_id = c.id AND s.from_state = 'ACCEPTED'
                        WHERE c.withdrawal_export_number = :number
                        ORDER BY at, id, kind
                        """)
                .param("number", number)
                .query((row, index) -> Arrays.<@Nullable String>asList(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("lease_number"),
                        row.getString("tenant_number"),
                        row.getString("insurer").isEmpty() ? null : row.getString("insurer"),
                        row.getString("valid_from"),
                        row.getString("valid_until"),
                        row.getObject("at", OffsetDateTime.class)
                                .toInstant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                        row.getString("actor_name")))
                .list();
    }
}
