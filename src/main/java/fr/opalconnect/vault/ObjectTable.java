package fr.opalconnect.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the vault holds, and where it lies.
@Component
class ObjectTable {
    /// @param place its name in the store
    /// @param key   the number of the landlord's key that it lies under
    /// @param trouble whether something is known to be wrong with it
    record Row(UUID id, String place, long size, String sha256, int key, boolean trouble) {}

    private static final String COLUMNS = "id, place, size, sha256, key_id, trouble IS NOT NULL AS troubled";

    private final JdbcClient jdbc;

    ObjectTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Row row, Instant now) {
        jdbc.sql("""
                        INSERT INTO vault.object (id, place, size, sha256, key_id, stored_at)
                        VALUES (:id, :place, :size, :sha256, :key, :now)
                        """)
                .param("id", row.id())
                .param("place", row.place())
                .param("size", row.size())
                .param("sha256", row.sha256())
                .param("key", row.key())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Nullable
    Row find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM vault.object WHERE id = :id")
                .param("id", id)
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    /// @return false when it is not there, or named already
    boolean name(UUID id, String by) {
        return jdbc.sql("UPDATE vault.object SET named_by = :by WHERE id = :id AND named_by IS NULL")
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM vault.object WHERE id = :id").param("id", id).update();
    }

    int removeUnnamed(Instant before) {
        return jdbc.sql("DELETE FROM vault.object WHERE named_by IS NULL AND stored_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Those whose places begin so.
    List<Row> at(String prefix) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM vault.object WHERE place LIKE :prefix")
                .param("prefix", prefix + "%")
                .query((row, index) -> read(row))
                .list();
    }

    List<Row> latest(int most) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM vault.object WHERE named_by IS NOT NULL ORDER BY id DESC LIMIT :most")
                .param("most", most)
                .query((row, index) -> read(row))
                .list();
    }

    /// Those after this one, in the order of their ids.
    List<Row> after(@Nullable UUID id, int most) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM vault.object WHERE id > :id ORDER BY id LIMIT :most")
                .param("id", id == null ? new UUID(0, 0) : id)
                .param("most", most)
                .query((row, index) -> read(row))
                .list();
    }

    /// Those that lie under an older key than that.
    List<Row> underOlder(int key, int most) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM vault.object WHERE key_id < :key AND trouble IS NULL LIMIT :most")
                .param("key", key)
                .param("most", most)
                .query((row, index) -> read(row))
                .list();
    }

    /// It lies elsewhere now, under that key.
    ///
    /// @return false when it was moved or removed meanwhile
    boolean move(Row from, String place, int key) {
        return jdbc.sql("UPDATE vault.object SET place = :place, key_id = :key WHERE id = :id AND place = :former")
                        .param("place", place)
                        .param("key", key)
                        .param("id", from.id())
                        .param("former", from.place())
                        .update()
                == 1;
    }

    void note(UUID id, Trouble.@Nullable Kind trouble, Instant now) {
        jdbc.sql("""
                        UPDATE vault.object
                        SET trouble = :trouble, trouble_at = CASE WHEN :trouble::text IS NULL THEN NULL ELSE :now END
                        WHERE id = :id AND trouble IS DISTINCT FROM :trouble
                        """)
                .param("trouble", trouble == null ? null : trouble.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    long countTroubles() {
        return jdbc.sql("SELECT count(*) FROM vault.object WHERE trouble IS NOT NULL AND named_by IS NOT NULL")
                .query(Long.class)
                .single();
    }

    /// The latest first.
    List<Trouble> troubles(int most) {
        return jdbc.sql("""
                        SELECT id, named_by, trouble, trouble_at FROM vault.object
                        WHERE trouble IS NOT NULL AND named_by IS NOT NULL ORDER BY trouble_at DESC, id LIMIT :most
                        """)
                .param("most", most)
                .query((row, index) -> new Trouble(
                        row.getObject("id", UUID.class),
                        row.getString("named_by"),
                        Trouble.Kind.valueOf(row.getString("trouble")),
                        row.getObject("trouble_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("place"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getInt("key_id"),
                row.getBoolean("troubled"));
    }
}
