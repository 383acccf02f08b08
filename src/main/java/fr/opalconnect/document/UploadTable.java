package fr.opalconnect.document;

import fr.opalconnect.kernel.SignedInTenant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What tenants put here themselves: each sees their own.
@Component
class UploadTable {
    private final JdbcClient jdbc;

    UploadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SignedInTenant who, OwnUpload upload) {
        jdbc.sql("""
                        INSERT INTO document.upload (piece_id, tenant_number, label, sent_at)
                        VALUES (:piece, :tenant, :label, :at)
                        """)
                .param("piece", upload.piece())
                .param("tenant", who.number().value())
                .param("label", upload.label())
                .param("at", upload.sentAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The latest first.
    List<OwnUpload> of(SignedInTenant who) {
        return jdbc.sql("""
                        SELECT piece_id, label, sent_at FROM document.upload
                        WHERE tenant_number = :tenant ORDER BY sent_at DESC, piece_id
                        """)
                .param("tenant", who.number().value())
                .query((row, index) -> new OwnUpload(
                        row.getObject("piece_id", UUID.class),
                        row.getString("label"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean has(SignedInTenant who, UUID piece) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM document.upload WHERE piece_id = :piece AND tenant_number = :tenant)")
                .param("piece", piece)
                .param("tenant", who.number().value())
                .query(Boolean.class)
                .single();
    }

    /// @return false when it was not theirs
    boolean remove(SignedInTenant who, UUID piece) {
        return jdbc.sql("DELETE FROM document.upload WHERE piece_id = :piece AND tenant_number = :tenant")
                        .param("piece", piece)
                        .param("tenant", who.number().value())
                        .update()
                == 1;
    }
}
