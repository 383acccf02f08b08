package fr.opalconnect.document;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the documents whose files are here; for a tenant those of the leases held, and no others.
@Component
class FiledTable {
    private static final int MOST = 2000;

    private static final String FILED = """
            SELECT d.key, d.kind, d.label, d.dated, d.arrived_at, c.sha256, c.object_id, c.size, c.pages, c.type
            FROM document.document d JOIN document.content c ON c.sha256 = d.sha256
            """;

    private final JdbcClient jdbc;

    FiledTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of the lease that is looked at, the latest first.
    List<Filed> of(SignedInTenant who) {
        return jdbc.sql(FILED + """
                        WHERE d.lease_number = :lease AND d.closed_at IS NULL
                        ORDER BY d.dated DESC, d.id LIMIT :most
                        """)
                .param("lease", who.lease().value())
                .param("most", MOST)
                .query((row, index) -> read(row))
                .list();
    }

    /// Of any lease that is held.
    @Nullable
    Filed find(SignedInTenant who, UUID key) {
        return find(who.leases(), key);
    }

    /// Of any of these leases, for the desk.
    @Nullable
    Filed find(List<LeaseNumber> leases, UUID key) {
        return jdbc.sql(FILED + "WHERE d.key = :key AND d.lease_number = ANY(:leases) AND d.closed_at IS NULL")
                .param("key", key)
                .param("leases", leases.stream().map(LeaseNumber::value).toArray(String[]::new))
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    private static Filed read(ResultSet row) throws SQLException {
        return new Filed(
                row.getObject("key", UUID.class),
                row.getString("kind"),
                row.getString("label"),
                row.getObject("dated", LocalDate.class),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                new Content(
                        row.getString("sha256"),
                        row.getObject("object_id", UUID.class),
                        row.getLong("size"),
                        row.getObject("pages", Integer.class),
                        FileType.valueOf(row.getString("type"))));
    }
}
