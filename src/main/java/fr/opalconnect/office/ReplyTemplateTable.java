package fr.opalconnect.office;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The reply templates.
@Component
class ReplyTemplateTable {
    private final JdbcClient jdbc;

    ReplyTemplateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ReplyTemplate> all() {
        return jdbc.sql("SELECT id, name, body FROM office.reply_template ORDER BY lower(name)")
                .query(ReplyTemplate.class)
                .list();
    }

    /// @return false when another one has that name
    boolean put(ReplyTemplate template, String by, Instant now) {
        return jdbc.sql("""
                        INSERT INTO office.reply_template (id, name, body, changed_at, changed_by)
                        SELECT :id, :name, :body, :now, :by
                        WHERE NOT EXISTS (SELECT FROM office.reply_template
                                          WHERE lower(name) = lower(:name) AND id <> :id)
                        ON CONFLICT (id) DO UPDATE
                        SET name = excluded.name, body = excluded.body, changed_at = :now, changed_by = :by
                        """)
                        .param("id", template.id())
                        .param("name", template.name())
                        .param("body", template.body())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                > 0;
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM office.reply_template WHERE id = :id")
                .param("id", id)
                .update();
    }
}
