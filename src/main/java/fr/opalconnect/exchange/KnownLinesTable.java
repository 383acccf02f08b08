package fr.opalconnect.exchange;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the last whole package said, line by line. A file is only remembered when every line of it was taken, so that
/// its lines and the open rows of its table are the same; what is remembered can always be forgotten.
final class KnownLinesTable {
    private final JdbcClient jdbc;

    KnownLinesTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param layout what the fingerprints depend on beside the lines: dialect, header, schema
    record KnownFile(long run, String layout, int chunks) {}

    @Nullable
    KnownFile find(String file) {
        return jdbc.sql("""
                        SELECT run_id, layout, chunks FROM exchange.known_file f
                        WHERE file = :file
                          AND chunks = (SELECT count(*) FROM exchange.known_lines l
                                        WHERE l.run_id = f.run_id AND l.file = f.file)
                        """)
                .param("file", file)
                .query((row, index) ->
                        new KnownFile(row.getLong("run_id"), row.getString("layout"), row.getInt("chunks")))
                .optional()
                .orElse(null);
    }

    KnownChunk read(long run, String file, int chunk, int keyCells) {
        return jdbc.sql("""
                        SELECT fingerprints, keys FROM exchange.known_lines
                        WHERE run_id = :run AND file = :file AND chunk = :chunk
                        """)
                .param("run", run)
                .param("file", file)
                .param("chunk", chunk)
                .query((row, index) -> new KnownChunk(row.getBytes("fingerprints"), row.getBytes("keys"), keyCells))
                .single();
    }

    void write(long run, String file, int chunk, byte[] fingerprints, byte[] keys) {
        jdbc.sql("""
                        INSERT INTO exchange.known_lines (run_id, file, chunk, fingerprints, keys)
                        VALUES (:run, :file, :chunk, :fingerprints, :keys)
                        """)
                .param("run", run)
                .param("file", file)
                .param("chunk", chunk)
                .param("fingerprints", fingerprints)
                .param("keys", keys)
                .update();
    }

    void drop(long run, String file) {
        jdbc.sql("DELETE FROM exchange.known_lines WHERE run_id = :run AND file = :file")
                .param("run", run)
                .param("file", file)
                .update();
    }

    /// From now on the file's lines are those that this run wrote.
    void remember(String file, long run, String layout, int chunks) {
        jdbc.sql("""
                        INSERT INTO exchange.known_file (file, run_id, layout, chunks)
                        VALUES (:file, :run, :layout, :chunks)
                        ON CONFLICT (file) DO UPDATE
                        SET run_id = excluded.run_id, layout = excluded.layout, chunks = excluded.chunks
                        """)
                .param("file", file)
                .param("run", run)
                .param("layout", layout)
                .param("chunks", chunks)
                .update();
    }

    void forget(Set<String> files) {
        jdbc.sql("DELETE FROM exchange.known_file WHERE file IN (:files)")
                .param("files", files)
                .update();
    }

    /// Takes away the lines that no file stands for any more.
    void tidy() {
        jdbc.sql("""
                        DELETE FROM exchange.known_lines l
                        WHERE NOT EXISTS (SELECT FROM exchange.known_file f
                                          WHERE f.run_id = l.run_id AND f.file = l.file)
                        """).update();
    }
}
