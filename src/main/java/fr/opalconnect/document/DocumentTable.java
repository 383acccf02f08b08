package fr.opalconnect.document;

import fr.opalconnect.kernel.LeaseNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the list of documents.
@Component
class DocumentTable {
    private final JdbcClient jdbc;

    DocumentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Document> of(LeaseNumber lease, int most) {
        return jdbc.sql("""
                        SELECT d.id, CASE WHEN c.sha256 IS NOT NULL THEN d.key END AS key, d.kind, d.label, d.dated
                        FROM document.document d LEFT JOIN document.content c ON c.sha256 = d.sha256
                        WHERE d.lease_number = :lease AND d.closed_at IS NULL
                        ORDER BY d.dated DESC, d.id LIMIT :most
                        """)
                .param("lease", lease.value())
                .param("most", most)
                .query((row, index) -> new Document(
                        row.getString("id"),
                        row.getObject("key", UUID.class),
                        row.getString("kind"),
                        row.getString("label"),
                        row.getObject("dated", LocalDate.class)))
                .list();
    }
}
