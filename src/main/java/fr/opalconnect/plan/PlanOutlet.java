package fr.opalconnect.plan;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.platform.Outlet;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the ERP which plans were agreed, one line for each instalment, and which were broken off.
@Component
class PlanOutlet implements Outlet {
    @Override
    public String file() {
        return "plans_apurement";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "identifiant",
                "nature",
                "numero_bail",
                "numero_locataire",
                "montant_total",
                "rang",
                "date_echeance",
                "montant",
                "date_accord");
    }

    @Override
    public int assign(JdbcClient jdbc, long number) {
        int agreed = jdbc.sql("""
                        UPDATE plan.plan SET export_number = :number
                        WHERE agreed_at IS NOT NULL AND export_number IS NULL
                        """).param("number", number).update();
        int ended = jdbc.sql("""
                        UPDATE plan.plan SET end_export_number = :number
                        WHERE state IN ('ENDED', 'COMPLETED') AND export_number IS NOT NULL
                              AND end_export_number IS NULL
                        """).param("number", number).update();
        return agreed + ended;
    }

    @Override
    public List<List<@Nullable String>> rows(JdbcClient jdbc, long number) {
        return jdbc.sql("""
                        SELECT p.id, 'ACCORD' AS kind, p.lease_number, p.tenant_number, p.debt_cents, i.place, i.due_on,
                               i.amount_cents, p.agreed_at
                        FROM plan.plan p JOIN plan.instalment i ON i.plan_id = p.id
                        WHERE p.export_number = :number
                        UNION ALL
                        SELECT p.id, CASE p.state WHEN 'ENDED' THEN 'ARRET' ELSE 'SOLDE' END, p.lease_number,
                               p.tenant_number, p.debt_cents, NULL, NULL, NULL, p.agreed_at
                        FROM plan.plan p
                        WHERE p.end_export_number = :number
                        ORDER BY id, kind, place
                        """)
                .param("number", number)
                .query((row, index) -> Arrays.<@Nullable String>asList(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("lease_number"),
                        row.getString("tenant_number"),
                        Money.ofCents(row.getLong("debt_cents")).toEuros(),
                        row.getString("place"),
                        row.getString("due_on"),
                        row.getString("amount_cents") == null
                                ? null
                                : Money.ofCents(row.getLong("amount_cents")).toEuros(),
                        row.getObject("agreed_at", OffsetDateTime.class)
                                .toInstant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()))
                .list();
    }
}
