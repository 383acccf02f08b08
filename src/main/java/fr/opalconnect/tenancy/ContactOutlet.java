package fr.opalconnect.tenancy;

import fr.opalconnect.platform.Outlet;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the ERP which telephone numbers the agency has put right, and which of these corrections it has withdrawn.
@Component
class ContactOutlet implements Outlet {
    @Override
    public String file() {
        return "changements_coordonnees";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "identifiant",
                "nature",
                "numero_locataire",
                "champ",
                "ancienne_valeur",
                "nouvelle_valeur",
                "date_changement",
                "motif",
                "agent");
    }

    @Override
    public int assign(JdbcClient jdbc, long number) {
        int changes = jdbc.sql("""
                        UPDATE tenancy.phone_correction SET export_number = :number
                        WHERE state = 'OPEN' AND export_number IS NULL
                        """).param("number", number).update();
        int withdrawals = jdbc.sql("""
                        UPDATE tenancy.phone_correction SET withdrawal_export_number = :number
                        WHERE state = 'DROPPED' AND export_number IS NOT NULL AND withdrawal_export_number IS NULL
                        """).param("number", number).update();
        return changes + withdrawals;
    }

    @Override
    public List<List<@Nullable String>> rows(JdbcClient jdbc, long number) {
        return jdbc.sql("""
                        SELECT id, 'CHANGEMENT' AS kind, tenant_number, former, mobile, made_at AS at, reason,
                               made_by_name
                        FROM tenancy.phone_correction WHERE export_number = :number
                        UNION ALL
                        SELECT id, 'RETRAIT', tenant_number, mobile, NULL, ended_at, reason, made_by_name
                        FROM tenancy.phone_correction WHERE withdrawal_export_number = :number
                        ORDER BY at, id, kind
                        """)
                .param("number", number)
                .query((row, index) -> Arrays.<@Nullable String>asList(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("tenant_number"),
                        "MOBILE",
                        row.getString("former"),
                        row.getString("mobile"),
                        row.getObject("at", OffsetDateTime.class)
                                .toInstant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                        row.getString("reason"),
                        row.getString("made_by_name")))
                .list();
    }
}
