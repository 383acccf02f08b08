package fr.opalconnect.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which contents are kept, and where.
@Component
class ContentTable {
    private final JdbcClient jdbc;

    ContentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when it was there already
    boolean add(Content content, Instant now) {
        return jdbc.sql("""
                                INSERT INTO document.content (sha256, object_id, size, pages, type, kept_at)
                                VALUES (:sha256, :object, :size, :pages, :type, :now) ON CONFLICT DO NOTHING
                                """)
                        .param("sha256", content.sha256())
                        .param("object", content.object())
                        .param("size", content.size())
                        .param("pages", content.pages())
                        .param("type", content.type().name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Takes away what came before that time and is of no document.
    ///
    /// @return where it lay
    List<UUID> removeUnnamed(Instant before) {
        return jdbc.sql("""
                        DELETE FROM document.content c
                        WHERE c.kept_at < :before
                          AND NOT EXISTS (SELECT FROM document.document d WHERE d.sha256 = c.sha256)
                        RETURNING c.object_id
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }
}
