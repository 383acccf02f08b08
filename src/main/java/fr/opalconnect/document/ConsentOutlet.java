package fr.opalconnect.document;

import fr.opalconnect.platform.Outlet;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the ERP who takes receipts electronically, and who no longer does: it prints for all others.
@Component
class ConsentOutlet implements Outlet {
    @Override
    public String file() {
        return "consentements";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "identifiant",
                "numero_locataire",
                "objet",
                "accord",
                "date_accord",
                "langue",
                "empreinte_texte",
                "texte");
    }

    @Override
    public int assign(JdbcClient jdbc, long number) {
        return jdbc.sql("UPDATE document.consent SET export_number = :number WHERE export_number IS NULL")
                .param("number", number)
                .update();
    }

    @Override
    public List<List<@Nullable String>> rows(JdbcClient jdbc, long number) {
        return jdbc.sql("""
                        SELECT c.id, c.tenant_number, c.given, c.at, t.language, t.sha256, t.words
                        FROM document.consent c JOIN document.consent_text t ON t.sha256 = c.text_sha256
                        WHERE c.export_number = :number ORDER BY c.at, c.id
                        """)
                .param("number", number)
                .query((row, index) -> Arrays.<@Nullable String>asList(
                        row.getString("id"),
                        row.getString("tenant_number"),
                        "QUITTANCE_ELECTRONIQUE",
                        Boolean.toString(row.getBoolean("given")),
                        row.getObject("at", OffsetDateTime.class)
                                .toInstant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                        row.getString("language"),
                        row.getString("sha256"),
                        row.getString("words")))
                .list();
    }
}
