package fr.opalconnect.conversation;

import fr.opalconnect.kernel.SignedInTenant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The lists of a tenant.
@Component
class TenantTable {
    /// More than anybody scrolls; older ones are found by searching.
    private static final int MOST = 100;

    private final JdbcClient jdbc;

    TenantTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The latest words first.
    List<Head> of(SignedInTenant who) {
        return ask(who, "", null);
    }

    /// Those in which every word occurs: in number, subject, and what was written, if it is not a note.
    List<Head> search(SignedInTenant who, String[] patterns) {
        return ask(who, """
                 AND (SELECT bool_and(f.words LIKE pattern) FROM unnest(:patterns::text[]) AS pattern,
                      LATERAL (SELECT c.search_words || ' ' || coalesce((
                          SELECT string_agg(lower(translate(m.body, 'àâäéèêëîïôöùûüçÀÂÄÉÈÊËÎÏÔÖÙÛÜÇ',
                                                                    'aaaeeeeiioouuucaaaeeeeiioouuuc')), ' ')
                          FROM conversation.message m
                          WHERE m.conversation_id = c.id AND NOT m.internal), '') AS words) f)
                """, patterns);
    }

    private List<Head> ask(SignedInTenant who, String condition, String @Nullable [] patterns) {
        var statement = jdbc.sql("SELECT " + Columns.HEAD + " FROM conversation.conversation c WHERE "
                        + ConversationTable.SEEN_BY_TENANT + condition
                        + " ORDER BY c.last_at DESC, c.id DESC LIMIT " + MOST)
                .param("me", who.number().value())
                .param("leases", who.leaseValues().toArray(String[]::new));
        if (patterns != null) {
            statement = statement.param("patterns", patterns);
        }
        return statement.query((row, index) -> Columns.head(row)).list();
    }

    /// The conversation of a file, when the tenant may see it.
    @Nullable
    UUID conversationOf(SignedInTenant who, UUID attachment) {
        return jdbc.sql("""
                        SELECT c.id FROM conversation.message_attachment a
                        JOIN conversation.message m ON m.id = a.message_id AND NOT m.internal
                        JOIN conversation.conversation c ON c.id = m.conversation_id
                        WHERE a.attachment_id = :attachment AND\s""" + ConversationTable.SEEN_BY_TENANT)
                .param("attachment", attachment)
                .param("me", who.number().value())
                .param("leases", who.leaseValues().toArray(String[]::new))
                .query(UUID.class)
                .optional()
                .orElse(null);
    }
}
