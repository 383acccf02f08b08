package fr.opalconnect.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was sent, and its bytes.
@Component
class PieceTable {
    private static final String COLUMNS =
            "id, name, kind, size, coalesce(width, 0) AS width, coalesce(height, 0) AS height";

    private final JdbcClient jdbc;

    PieceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One statement, so that neither is ever there without the other.
    void add(String owner, Attachment piece, Clean clean, Instant now) {
        jdbc.sql("""
                        WITH piece AS (
                            INSERT INTO attachment.piece (id, owner, name, kind, size, width, height, received_at)
                            VALUES (:id, :owner, :name, :kind, :size, nullif(:width, 0), nullif(:height, 0), :now)
                            RETURNING id
                        )
                        INSERT INTO attachment.content (piece_id, bytes, small) SELECT id, :bytes, :small FROM piece
                        """)
                .param("id", piece.id())
                .param("owner", owner)
                .param("name", piece.name())
                .param("kind", piece.kind().name())
                .param("size", piece.size())
                .param("width", piece.width())
                .param("height", piece.height())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("bytes", clean.bytes())
                .param("small", clean.small())
                .update();
    }

    /// In the order of the ids that were asked for.
    List<Attachment> of(Collection<UUID> ids) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM attachment.piece JOIN unnest(:ids) WITH ORDINALITY AS asked (id, place) USING (id)
                        ORDER BY place
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, index) -> read(row))
                .list();
    }

    /// Those of them that this owner sent and that belong to nothing yet.
    List<Attachment> unbound(String owner, Collection<UUID> ids) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM attachment.piece JOIN unnest(:ids) WITH ORDINALITY AS asked (id, place) USING (id)
                        WHERE owner = :owner AND bound_at IS NULL
                        ORDER BY place
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("owner", owner)
                .query((row, index) -> read(row))
                .list();
    }

    /// @return how many of them were this owner's, and bound by this very call
    int bind(String owner, Collection<UUID> ids, Instant now) {
        return jdbc.sql("""
                        UPDATE attachment.piece SET bound_at = :now
                        WHERE id = ANY(:ids) AND owner = :owner AND bound_at IS NULL
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("owner", owner)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(String owner, UUID id) {
        jdbc.sql("DELETE FROM attachment.piece WHERE id = :id AND owner = :owner AND bound_at IS NULL")
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    void discard(UUID id) {
        jdbc.sql("DELETE FROM attachment.piece WHERE id = :id").param("id", id).update();
    }

    int sweep(Instant before) {
        return jdbc.sql("DELETE FROM attachment.piece WHERE bound_at IS NULL AND received_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @param small the picture for lists
    byte @Nullable [] bytes(UUID id, boolean small) {
        String column = small ? "small" : "bytes";
        return jdbc.sql("SELECT " + column + " FROM attachment.content WHERE piece_id = :id AND " + column
                        + " IS NOT NULL")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .orElse(null);
    }

    private static Attachment read(ResultSet row) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getString("name"),
                FileKind.valueOf(row.getString("kind")),
                row.getInt("size"),
                row.getInt("width"),
                row.getInt("height"));
    }
}
