package fr.opalconnect.conversation;

import static fr.opalconnect.conversation.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was written, and until where it was read.
@Component
class MessageTable {
    private final JdbcClient jdbc;

    MessageTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The same author with the same key waits until this transaction ends.
    void lockKey(Author author, UUID key) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "conversation.message " + author.id() + " " + key)
                .query((row, index) -> index)
                .list();
    }

    /// The conversation that this author wrote into with this key before; null when it is new.
    @Nullable
    UUID findByKey(Author author, UUID key) {
        return jdbc.sql("SELECT conversation_id FROM conversation.message WHERE author = :author AND key = :key")
                .param("author", author.id())
                .param("key", key)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /// @return whether it was written; not when the same author sent the same key before
    boolean add(UUID id, UUID conversation, Instant at, Author author, Words words, boolean internal) {
        int written = jdbc.sql("""
                        INSERT INTO conversation.message
                            (id, conversation_id, at, author_kind, author, author_name, body, internal, key)
                        VALUES (:id, :conversation, :at, :kind, :author, :name, :body, :internal, :key)
                        ON CONFLICT (author, key) DO NOTHING
                        """)
                .param("id", id)
                .param("conversation", conversation)
                .param("at", utc(at))
                .param("kind", author.party().name())
                .param("author", author.id())
                .param("name", author.name())
                .param("body", words.body())
                .param("internal", internal)
                .param("key", words.key())
                .update();
        if (written == 0) {
            return false;
        }
        for (int place = 0; place < words.attachments().size(); place++) {
            jdbc.sql("""
                            INSERT INTO conversation.message_attachment (attachment_id, message_id, place)
                            VALUES (:attachment, :message, :place)
                            """)
                    .param("attachment", words.attachments().get(place))
                    .param("message", id)
                    .param("place", place)
                    .update();
        }
        return true;
    }

    /// Oldest first.
    ///
    /// @param notes whether the notes of the staff are among them
    List<Message> of(UUID conversation, boolean notes) {
        return jdbc.sql("""
                        SELECT m.id, m.at, m.author_kind, m.author, m.author_name, m.body, m.internal,
                               ARRAY(SELECT a.attachment_id FROM conversation.message_attachment a
                                     WHERE a.message_id = m.id ORDER BY a.place) AS attachments
                        FROM conversation.message m
                        WHERE m.conversation_id = :conversation AND (:notes OR NOT m.internal)
                        ORDER BY m.at, m.id
                        """)
                .param("conversation", conversation)
                .param("notes", notes)
                .query((row, index) -> read(row))
                .list();
    }

    /// The conversation that a file was sent in, if it was not in a note.
    @Nullable
    UUID conversationOf(UUID attachment, boolean notes) {
        return jdbc.sql("""
                        SELECT m.conversation_id FROM conversation.message_attachment a
                        JOIN conversation.message m ON m.id = a.message_id
                        WHERE a.attachment_id = :attachment AND (:notes OR NOT m.internal)
                        """)
                .param("attachment", attachment)
                .param("notes", notes)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /// Notes how far somebody has read; a mark never goes back.
    ///
    /// @return whether it went forward
    boolean mark(UUID conversation, Author reader, Instant until) {
        return jdbc.sql("""
                        INSERT INTO conversation.read_mark AS r (conversation_id, reader_kind, reader, until)
                        VALUES (:conversation, :kind, :reader, :until)
                        ON CONFLICT (conversation_id, reader_kind, reader) DO UPDATE SET until = :until
                        WHERE r.until < :until
                        """)
                        .param("conversation", conversation)
                        .param("kind", reader.party().name())
                        .param("reader", reader.id())
                        .param("until", utc(until))
                        .update()
                > 0;
    }

    /// Until when anybody of one side has read.
    @Nullable
    Instant readUntil(UUID conversation, Party side) {
        return jdbc.sql("""
                        SELECT until FROM conversation.read_mark
                        WHERE conversation_id = :conversation AND reader_kind = :kind ORDER BY until DESC LIMIT 1
                        """)
                .param("conversation", conversation)
                .param("kind", side.name())
                .query((row, index) -> Columns.instant(row, "until"))
                .optional()
                .orElse(null);
    }

    private static Message read(ResultSet row) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                Columns.instant(row, "at"),
                Columns.author(row),
                row.getString("body"),
                row.getBoolean("internal"),
                Arrays.asList((UUID[]) row.getArray("attachments").getArray()));
    }
}
