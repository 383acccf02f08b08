package fr.opalconnect.exchange;

import fr.opalconnect.exchange.Report.Counts;
import fr.opalconnect.exchange.Report.State;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// One row per package that was taken, and the rejects of each.
final class ImportRunTable {
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;

    ImportRunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param sha256      of what it brought
    /// @param hadItsFiles whether all the files that its lines name came with it: else the same lines may
    ///                    bring them now
    record Last(String sha256, Instant created, boolean hadItsFiles) {}

    /// @param path where the package lies
    long begin(String packageName, Path path, Instant now) {
        return jdbc.sql("""
                        INSERT INTO exchange.import_run (package, package_path, started_at, state)
                        VALUES (:package, :path, :now, 'RUNNING') RETURNING id
                        """)
                .param("package", packageName)
                .param("path", path.toAbsolutePath().toString())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void describe(long run, Descriptor descriptor, String sha256) {
        jdbc.sql("""
                        UPDATE exchange.import_run
                        SET package = :package, created = :created, mode = :mode, sha256 = :sha256 WHERE id = :run
                        """)
                .param("package", descriptor.name())
                .param("created", descriptor.created().atOffset(ZoneOffset.UTC))
                .param("mode", descriptor.mode().word())
                .param("sha256", sha256)
                .param("run", run)
                .update();
    }

    void end(long run, State state, @Nullable String message, Map<String, Counts> counts, Instant now) {
        jdbc.sql("""
                        UPDATE exchange.import_run
                        SET state = :state, message = :message, counts = :counts::jsonb, ended_at = :now,
                            step = NULL, step_file = NULL
                        WHERE id = :run
                        """)
                .param("state", state.name())
                .param("message", message)
                .param("counts", JsonMapper.shared().writeValueAsString(counts))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("run", run)
                .update();
    }

    /// Whoever holds the lock knows that no other import runs: what says so was killed.
    void failAbandoned(Instant now) {
        jdbc.sql("""
                        UPDATE exchange.import_run
                        SET state = 'FAILED', ended_at = :now, message = 'le programme a été arrêté pendant cet import'
                        WHERE state = 'RUNNING'
                        """).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    /// The package that the tables are as of.
    @Nullable
    Last last() {
        return jdbc.sql("""
                        SELECT sha256, created,
                               coalesce((counts -> 'documents' ->> 'rejected')::bigint, 0) = 0 AS had_its_files
                        FROM exchange.import_run
                        WHERE state IN ('APPLIED', 'UNCHANGED') ORDER BY id DESC LIMIT 1
                        """)
                .query((row, index) -> new Last(
                        row.getString("sha256"),
                        row.getObject("created", OffsetDateTime.class).toInstant(),
                        row.getBoolean("had_its_files")))
                .optional()
                .orElse(null);
    }

    void keepRejects(long run, List<Reject> rejects) {
        for (int from = 0; from < rejects.size(); from += BATCH) {
            List<Reject> some = rejects.subList(from, Math.min(from + BATCH, rejects.size()));
            jdbc.sql("""
                            INSERT INTO exchange.import_reject (run_id, position, file, line, column_name, value, reason)
                            SELECT :run, :from + place, one ->> 'file', (one ->> 'line')::int, one ->> 'column',
                                   one ->> 'value', one ->> 'reason'
                            FROM jsonb_array_elements(:rejects::jsonb) WITH ORDINALITY AS each (one, place)
                            """)
                    .param("run", run)
                    .param("from", from)
                    .param("rejects", JsonMapper.shared().writeValueAsString(some))
                    .update();
        }
    }

    /// Their values are personal data, and of no use once the ERP has been put right.
    void forgetRejects(Instant before) {
        jdbc.sql("""
                        DELETE FROM exchange.import_reject j USING exchange.import_run r
                        WHERE r.id = j.run_id AND r.started_at < :before
                        """).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
