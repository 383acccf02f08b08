package fr.opalconnect.exchange;

import fr.opalconnect.exchange.TableSchema.Reference;
import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Merge;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What can only be told of a package as a whole: keys given twice, references to nothing, and what the owners of the
/// tables know. A line that is rejected leaves the staging tables, so that the lines that hang on it are found.
final class Checks {
    private final JdbcClient jdbc;
    private final Map<String, Intake> intakes;
    private final Map<String, Long> rejectsSeen = new HashMap<>();
    private final Map<String, Long> swept = new HashMap<>();

    Checks(JdbcClient jdbc, Map<String, Intake> intakes) {
        this.jdbc = jdbc;
        this.intakes = intakes;
    }

    /// @param files that the package has
    /// @param whole whether what is not in them has disappeared
    void run(Set<String> files, boolean whole) {
        for (String file : files) {
            rejectDoubles(TableSchema.of(file));
            sweep(file);
        }
        for (String file : files) {
            reduce(file, whole);
        }
        for (String file : files) {
            for (Reference reference : TableSchema.of(file).references()) {
                rejectLost(file, reference);
            }
            sweep(file);
            do {
                intake(file).check(jdbc, Staging.NAMES);
            } while (sweepAll(files));
        }
    }

    /// How many lines of the file these checks rejected.
    long rejected(String file) {
        return swept.getOrDefault(file, 0L);
    }

    /// Leaves what differs from what is in place.
    private void reduce(String file, boolean whole) {
        Merge merge = merge(file);
        if (merge.isTableEmpty()) {
            return;
        }
        if (whole) {
            merge.findGone(Staging.refused(file));
        }
        merge.strikeUnchanged();
    }

    private void rejectDoubles(TableSchema schema) {
        String key = String.join(", ", schema.primaryKey());
        String shown = schema.primaryKey().size() == 1
                ? key
                : schema.primaryKey().stream().collect(Collectors.joining(" || ' ' || "));
        jdbc.sql(Staging.NAMES.fill("""
                        INSERT INTO {rejects} (file, line, column_name, value, reason)
                        SELECT :file, line, :column, %s, 'déjà donné à la ligne ' || first
                        FROM (SELECT line, %s, min(line) OVER (PARTITION BY %s) AS first
                              FROM {%s} WHERE (%s) IN (SELECT %s FROM {%s} GROUP BY %s HAVING count(*) > 1)) twice
                        WHERE line > first
                        """.formatted(shown, key, key, schema.name(), key, key, schema.name(), key)))
                .param("file", schema.name())
                .param("column", schema.primaryKey().getLast())
                .update();
    }

    private void rejectLost(String file, Reference reference) {
        jdbc.sql("TRUNCATE " + Staging.MISSING).update();
        String column = reference.column();
        long missing = jdbc.sql(Staging.NAMES.fill("""
                        INSERT INTO %s (line, value) SELECT line, %s FROM {%s} s
                        WHERE %s IS NOT NULL AND NOT EXISTS (SELECT FROM {%s} p WHERE p.%s = s.%s)
                        """.formatted(
                                Staging.MISSING, column, file, column, reference.file(), reference.key(), column)))
                .update();
        if (missing == 0) {
            return;
        }
        merge(reference.file()).strikeKnown(Staging.MISSING);
        String other = reference.file() + ".csv";
        jdbc.sql(Staging.NAMES.fill("""
                        INSERT INTO {rejects} (file, line, column_name, value, reason)
                        SELECT :file, m.line, :column, m.value,
                               coalesce((SELECT '« ' || m.value || ' » est lui-même rejeté (' || :other || ', ligne '
                                                || min(r.line) || ')'
                                         FROM %s r WHERE r.%s = m.value HAVING count(*) > 0),
                                        '« ' || m.value || ' » n’est ni dans ' || :other || ' ni déjà en place')
                        FROM %s m
                        """.formatted(Staging.refused(reference.file()), reference.key(), Staging.MISSING)))
                .param("file", file)
                .param("column", column)
                .param("other", other)
                .update();
    }

    private boolean sweepAll(Set<String> files) {
        long found = 0;
        for (String file : files) {
            found += sweep(file);
        }
        return found > 0;
    }

    /// Takes the rejected lines out of the file's staged ones.
    private long sweep(String file) {
        long rejects = jdbc.sql(Staging.NAMES.fill("SELECT count(*) FROM {rejects} WHERE file = :file"))
                .param("file", file)
                .query(Long.class)
                .single();
        Long before = rejectsSeen.put(file, rejects);
        if (rejects == (before == null ? 0 : before)) {
            return 0;
        }
        String keys = String.join(", ", TableSchema.of(file).primaryKey());
        long gone = jdbc.sql(Staging.NAMES.fill("""
                        WITH bad AS (
                            DELETE FROM {%s} s
                            USING (SELECT DISTINCT line FROM {rejects} WHERE file = :file AND line IS NOT NULL) r
                            WHERE s.line = r.line RETURNING %s, s.line)
                        INSERT INTO %s SELECT %s, line FROM bad
                        """.formatted(file, keys, Staging.refused(file), keys)))
                .param("file", file)
                .update();
        swept.merge(file, gone, Long::sum);
        return gone;
    }

    private Merge merge(String file) {
        return new Merge(jdbc, Staging.NAMES, intake(file).mapping());
    }

    private Intake intake(String file) {
        return java.util.Objects.requireNonNull(intakes.get(file), file);
    }
}
