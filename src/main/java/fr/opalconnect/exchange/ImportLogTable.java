package fr.opalconnect.exchange;

import fr.opalconnect.exchange.Report.Counts;
import fr.opalconnect.exchange.Report.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads the imports for the desk, and writes its answers.
@Component
class ImportLogTable {
    private static final String RUN = """
            SELECT r.*, (SELECT count(*) FROM exchange.import_reject j WHERE j.run_id = r.id) AS rejects,
                   r.state = 'WAITING' AND r.answer IS NULL
                       AND NOT EXISTS (SELECT FROM exchange.import_run l
                                       WHERE l.id > r.id AND l.state IN ('APPLIED', 'UNCHANGED')) AS asks
            FROM exchange.import_run r
            """;

    private final JdbcClient jdbc;

    ImportLogTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The latest first.
    List<ImportRun> latest(int most) {
        return jdbc.sql(RUN + "ORDER BY r.id DESC LIMIT :most")
                .param("most", most)
                .query((row, index) -> read(row))
                .list();
    }

    @Nullable
    ImportRun find(long id) {
        return jdbc.sql(RUN + "WHERE r.id = :id")
                .param("id", id)
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    /// In the order in which they were found.
    List<Reject> rejects(long run, int most) {
        return jdbc.sql("""
                        SELECT file, line, column_name, value, reason FROM exchange.import_reject
                        WHERE run_id = :run ORDER BY position LIMIT :most
                        """)
                .param("run", run)
                .param("most", most)
                .query((row, index) -> new Reject(
                        row.getString("file"),
                        row.getObject("line", Integer.class),
                        row.getString("column_name"),
                        row.getString("value"),
                        row.getString("reason")))
                .list();
    }

    /// Of two who answer at once, one does.
    ///
    /// @return where the package lies; null when there is no question, or it was answered already
    @Nullable
    String answer(long run, boolean yes, String by, Instant now) {
        return jdbc.sql("""
                        UPDATE exchange.import_run r SET answer = :answer, answered_by = :by, answered_at = :now
                        WHERE id = :run AND state = 'WAITING' AND answer IS NULL
                          AND NOT EXISTS (SELECT FROM exchange.import_run l
                                          WHERE l.id > r.id AND l.state IN ('APPLIED', 'UNCHANGED'))
                        RETURNING coalesce(package_path, '')
                        """)
                .param("answer", yes ? "YES" : "NO")
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("run", run)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /// @return where a package that was confirmed lies
    @Nullable
    String confirmedPath(long run) {
        return jdbc.sql("SELECT package_path FROM exchange.import_run WHERE id = :run AND answer = 'YES'")
                .param("run", run)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /// The package was moved aside, and lies there now.
    void moved(long run, String path) {
        jdbc.sql("UPDATE exchange.import_run SET package_path = :path WHERE id = :run")
                .param("path", path)
                .param("run", run)
                .update();
    }

    void say(long run, String message) {
        jdbc.sql("UPDATE exchange.import_run SET message = :message WHERE id = :run")
                .param("message", message)
                .param("run", run)
                .update();
    }

    private static ImportRun read(ResultSet row) throws SQLException {
        String step = row.getString("step");
        String answer = row.getString("answer");
        return new ImportRun(
                row.getLong("id"),
                row.getString("package"),
                instant(row, "created"),
                row.getString("mode"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                State.valueOf(row.getString("state")),
                row.getString("message"),
                counts(row.getString("counts")),
                step == null ? null : ImportProgress.Step.valueOf(step),
                row.getString("step_file"),
                row.getLong("lines_read"),
                row.getLong("rejects"),
                answer == null ? null : answer.equals("YES"),
                row.getString("answered_by"),
                row.getBoolean("asks"));
    }

    /// PostgreSQL keeps the names in an order of its own.
    private static Map<String, Counts> counts(String json) {
        var tree = JsonMapper.shared().readTree(json);
        Map<String, Counts> counts = new LinkedHashMap<>();
        for (String file : TableSchema.FILES) {
            if (tree.has(file)) {
                counts.put(file, JsonMapper.shared().treeToValue(tree.get(file), Counts.class));
            }
        }
        return counts;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
