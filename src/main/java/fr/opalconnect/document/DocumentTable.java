package fr.opalconnect.document;

import fr.opalconnect.kernel.LeaseNumber;
import java.util.List;
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
                        SELECT id, kind, label, dated FROM document.document
                        WHERE lease_number = :lease AND closed_at IS NULL ORDER BY dated DESC, id LIMIT :most
                        """)
                .param("lease", lease.value())
                .param("most", most)
                .query(Document.class)
                .list();
    }
}
