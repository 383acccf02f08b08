package fr.opalconnect.exchange;

import fr.opalconnect.exchange.TableSchema.Reference;
import fr.opalconnect.platform.Difference;
import fr.opalconnect.platform.FileIntake;
import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Merge;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What can only be told of a package as a whole: keys given twice, references to nothing, and what the owners of the
/// tables know. A line that is rejected leaves the staging tables, so that the lines that hang on it are found.
final class Checks {
    private final JdbcClient jdbc;
    private final Map<String, Intake> intakes;
    private final Map<String, Long> rejectsSeen = new HashMap<>();
    private final Map<String, Long> swept = new HashMap<>();
    private final Map<String, Long> gone = new HashMap<>();

    Checks(JdbcClient jdbc, Map<String, Intake> intakes) {
        this.jdbc = jdbc;
        this.intakes = intakes;
    }

    /// @param files that the package has
    /// @param whole whether what is not in them has disappeared
    void run(List<StagedFile> files, boolean whole) {
        for (StagedFile file : files) {
            rejectDoubles(file.schema());
            sweep(file.name());
        }
        for (StagedFile file : files) {
            reduce(file, whole);
            gone.put(file.name(), difference(file.name()).countGone());
        }
        for (StagedFile file : files) {
            long found;
            do {
                file.schema().references().forEach(reference -> rejectLost(file.name(), reference));
                found = sweep(file.name());
                intake(file.name()).check(jdbc, Staging.NAMES);
                found += files.stream().mapToLong(each -> sweep(each.name())).sum();
            } while (found > 0);
        }
    }

    /// The files that lines name: a line whose file is not right goes too.
    void takeFiles(List<FileIntake> takers, FileIntake.Contents contents, boolean keep) throws IOException {
        for (FileIntake taker : takers) {
            taker.take(jdbc, Staging.NAMES, contents, keep);
            sweep(taker.file());
        }
    }

    /// How many lines of the file these checks rejected.
    long rejected(String file) {
        return swept.getOrDefault(file, 0L);
    }

    /// Whether rows that are no longer in the file stay open all the same, because of what else is wrong.
    boolean isWithheld(String file) {
        return difference(file).countGone() != gone.getOrDefault(file, 0L);
    }

    /// Leaves what differs from what is in place.
    private void reduce(StagedFile file, boolean whole) {
        if (new Merge(jdbc, Staging.NAMES, intake(file.name()).mapping()).isTableEmpty()) {
            return;
        }
        Difference difference =
                new Difference(jdbc, Staging.NAMES, intake(file.name()).mapping(), file.missing());
        file.kept(difference.kept());
        String refused = Staging.refused(file.name());
        if (file.isCompared()) {
            String left = Staging.left(file.name());
            if (file.areKeysReadable()) {
                difference.findGone(left, refused);
            }
            difference.strikeUnchanged(left);
            sweep(file.name());
        } else {
            if (whole && file.areKeysReadable()) {
                difference.findGone(refused);
            }
            difference.strikeUnchanged();
        }
    }

    /// The first line with a key is taken, the others are not.
    private void rejectDoubles(TableSchema schema) {
        String key = String.join(", ", schema.primaryKey());
        long suspects = jdbc.sql("SELECT count(*) FROM " + Staging.SUSPECTS + " WHERE file = :file")
                .param("file", schema.name())
                .query(Long.class)
                .single();
        if (suspects == 0) {
            return;
        }
        Staging.NAMES.reject(jdbc, """
                        SELECT '%1$s', line, '%2$s', %3$s, 'déjà donné à la ligne ' || first
                        FROM (SELECT line, %4$s, min(line) OVER (PARTITION BY %4$s) AS first
                              FROM {%1$s}
                              WHERE (%4$s) IN (SELECT %4$s FROM {%1$s}
                                               WHERE line IN (SELECT line FROM %5$s WHERE file = '%1$s'))) twice
                        WHERE line > first
                        """.formatted(
                        schema.name(),
                        schema.primaryKey().getLast(),
                        String.join(" || ' ' || ", schema.primaryKey()),
                        key,
                        Staging.SUSPECTS));
    }

    private void rejectLost(String file, Reference reference) {
        String values = columns(reference, (column, key) -> "s." + column + " AS " + key, ", ");
        String given = columns(reference, (column, key) -> "s." + column + " IS NOT NULL", " AND ");
        String meet = columns(reference, (column, key) -> "p." + key + " = s." + column, " AND ");
        jdbc.sql("DROP TABLE IF EXISTS " + Staging.MISSING).update();
        jdbc.sql(Staging.NAMES.fill("CREATE TEMP TABLE missing AS SELECT s.line, " + values + " FROM {"
                        + file + "} s WHERE " + given + " AND NOT EXISTS (SELECT FROM {" + reference.file()
                        + "} p WHERE " + meet + ")"))
                .update();
        if (nothingIn(Staging.MISSING)) {
            return;
        }
        difference(reference.file()).strikeKnown(Staging.MISSING, reference.keys());
        List<String> keys = TableSchema.of(reference.file()).primaryKey().stream()
                .filter(reference.keys()::contains)
                .toList();
        String other = reference.file() + ".csv";
        String value = reference.keys().getLast();
        String context = reference.keys().size() == 1 ? "" : " pour le bail ' || m.numero_bail || '";
        Staging.NAMES.reject(jdbc, """
                        SELECT '%1$s', m.line, '%2$s', m.%3$s,
                               coalesce((SELECT '« ' || m.%3$s || ' » est lui-même rejeté (%4$s, ligne ' || min(r.line) || ')'
                                         FROM %5$s r WHERE %6$s HAVING count(*) > 0),
                                        '« ' || m.%3$s || ' » n’est ni dans %4$s ni déjà en place%7$s')
                        FROM %8$s m
                        """.formatted(
                        file,
                        reference.columns().getLast(),
                        value,
                        other,
                        Staging.refused(reference.file()),
                        keys.stream().map(key -> "r." + key + " = m." + key).collect(Collectors.joining(" AND ")),
                        context,
                        Staging.MISSING));
    }

    private interface Pair {
        String of(String column, String key);
    }

    private static String columns(Reference reference, Pair pair, String between) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < reference.columns().size(); i++) {
            sql.append(i == 0 ? "" : between)
                    .append(pair.of(reference.columns().get(i), reference.keys().get(i)));
        }
        return sql.toString();
    }

    private boolean nothingIn(String relation) {
        return !jdbc.sql("SELECT EXISTS (SELECT FROM " + relation + ")")
                .query(Boolean.class)
                .single();
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

    private Difference difference(String file) {
        return new Difference(jdbc, Staging.NAMES, intake(file).mapping());
    }

    private Intake intake(String file) {
        return Objects.requireNonNull(intakes.get(file), file);
    }
}
